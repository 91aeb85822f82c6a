"""Prints the defaults of constructors of torch.optim as JSON: a list of {name: value} for each."""

import inspect
import json
import sys

import torch


def defaults(name):
    parameters = inspect.signature(getattr(torch.optim, name).__init__).parameters
    known = {key: one.default for key, one in parameters.items()}
    return {key: value for key, value in known.items() if isinstance(value, (int, float, tuple))}


print(json.dumps([defaults(name) for name in json.load(sys.stdin)]))
