"""Data sets to labels to weights to ONNX; not in the wheel."""
