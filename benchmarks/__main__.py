"""Run all benchmarks and print their figures: `python -m benchmarks [--threads N] [--quick]`."""

from __future__ import annotations

import argparse
import gc

from benchmarks import grown, ledger, processes, speed
from benchmarks.texts import news
from evaluation.corpora import data_folder
from onrecord.cli.main import OBJECTS
from onrecord.reading import Reader


def main() -> None:
    """Parse the command line and measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--quick", action="store_true", help="fewer articles, and without the growth with size")
    parser.add_argument("--only-ledger", action="store_true", help="only the ledger")
    parser.add_argument("--articles", type=int, help="so many of the news in the ledger, spread over all of them")
    options = parser.parse_args()
    gc.set_threshold(OBJECTS)  # as the command line does
    if options.only_ledger:
        show_ledger(quick=options.quick, most=options.articles)
        return
    texts = news()
    show_speed(texts, options.threads)
    show_processes(texts)
    if not options.quick:
        show_growth()
    show_ledger(quick=options.quick, most=options.articles)


def show_speed(texts: list[str], threads: int) -> None:
    """The reading beside the bare encoder, and the encoder beside the trial's."""
    reader = Reader(threads=threads)
    figures = speed.measure(reader, texts, threads=threads)
    print(f"{figures.articles} articles, {figures.pieces:,} word pieces, {threads} threads")
    print(f"pieces read over pieces in the text: {figures.overlap:.3f}")
    for name, seconds in figures.seconds.items():
        pace, share = figures.articles / seconds, figures.shares[name]
        print(
            f"{name:26}{pace:8.1f} articles/s{figures.pieces / seconds:10,.0f} pieces/s{share:8.1%} of the bare encoder"
        )
    for name, what in {"with speakers": "speakers, chains and days", "reading": "those, acts and conditions"}.items():
        more = figures.seconds[name] / figures.seconds["attribution"] - 1
        print(f"{what} over attribution alone: {more:.0%} more time")
    trial = data_folder() / "trial" / "reader.int8.onnx"
    if trial.is_file():
        ratio = speed.against_trial(reader, texts[:30], trial, threads=threads)
        print(f"encoder against the trial's int8 graph, same windows: {ratio:.2f} times its speed")


def show_processes(texts: list[str]) -> None:
    """Start-up and memory of whole processes."""
    print(f"cold start to the first statement: {processes.cold_start():.2f} s")
    whole = processes.whole_set(texts)
    print(f"all articles in one process: {whole.seconds:.1f} s, peak memory {whole.megabytes:.0f} MB")


def show_growth() -> None:
    """Time and memory against the length of an article and the number of articles."""
    for size, cost in processes.long_articles([125_000, 250_000, 500_000, 1_000_000]).items():
        print(f"one article of {size:>9,} characters: {cost.seconds:6.1f} s, peak memory {cost.megabytes:4.0f} MB")
    for count, cost in processes.many_articles([1_250, 2_500, 5_000, 10_000]).items():
        print(f"{count:>6,} small articles: {cost.seconds:6.1f} s, peak memory {cost.megabytes:4.0f} MB")


def show_ledger(*, quick: bool, most: int | None = None) -> None:
    """Filling beside reading, filling again, and answers as the ledger grows."""
    with ledger.filled(most=most or (60 if quick else None)) as (base, filling):
        for name, one in (("read --json", filling.read), ("add", filling.add), ("add again", filling.again)):
            pace = filling.articles / one.seconds
            print(
                f"{name:12}{one.seconds:8.1f} s{pace:10.1f} articles/s, peak memory {one.megabytes:4.0f} MB", flush=True
            )
        print(f"add at {filling.share:.0%} of the speed of read --json, on {filling.articles:,} articles")
        for answers in grown.growth(base, [10_000] if quick else [10_000, 100_000, 1_000_000]):
            print(
                f"{answers.statements:>9,} statements of {answers.speakers:,} speakers, {answers.megabytes:,.0f} MB: "
                f"search {answers.search:.3f} s, speakers {answers.speakers_kept:.3f} s "
                f"(of a month {answers.speakers_filtered:.2f} s, all counted anew {answers.speakers_anew:.2f} s), "
                f"5,000 entries {answers.entries:.2f} s, one article more {answers.add_one:.2f} s",
                flush=True,
            )
            told = ", ".join(f"{name} {seconds:.2f} s" for name, seconds in answers.answered.items())
            print(f"          an issue of {answers.in_issue:,} of them: {told}", flush=True)


if __name__ == "__main__":
    main()
