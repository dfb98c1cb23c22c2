"""Lets the compiled modules of a Gatehouse host decide in Synapse.

Synapse loads `gatehouse_synapse.Gatehouse` as a module. It asks the host which callbacks any module implements,
registers just those, and forwards each call:

    Synapse -> Gatehouse -> Encoder -> Host -> Connections -> the host's socket
            <- answers   <------------

A client cannot tell a compiled module behind it from one in Python.
"""

from .gatehouse import Gatehouse

__all__ = ["Gatehouse"]
