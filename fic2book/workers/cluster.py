"""Pieces done on other machines: a Dask cluster's own executor, with its scheduling and its second tries.

Nothing else in this program speaks to a network, and this does only when somebody gives an address.
"""

from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError, Executor
from contextlib import contextmanager
from functools import partial
from typing import Any, NamedTuple

from fic2book.errors import MissingToolError, OutputError

_PATIENCE = 60  # seconds until a worker answers: a cluster that grows with its work starts one only now
_TO_CONNECT = 10  # seconds


class Hands(NamedTuple):
    """What a shop needs of a cluster."""

    executor: Executor
    lend: Callable[[Any], Any]
    """Gives what stands for a value, which goes once to each worker that does something with it."""
    faults: tuple[type[BaseException], ...]
    """What the executor raises when it, not the work, has failed."""


@contextmanager
def joined(address: str) -> Iterator[Hands]:
    """Work with the Dask cluster whose scheduler listens at ``address``; raises OutputError where there is none.

    A worker that dies loses nothing: the scheduler gives its pieces to another, and what was lent is a task like any
    other, so that it can be made again too (data that is scattered could not).
    """
    try:
        from distributed import Client, KilledWorker  # late: an extra that few have
    except ImportError as error:
        reason = "a cluster needs the Python package distributed, which is not installed"
        way_out = "Install it here and on every machine of the cluster: pip install 'fic2book[cluster]'."
        raise MissingToolError(reason, way_out=way_out) from error
    try:
        client = Client(address, timeout=_TO_CONNECT, set_as_default=False)
    except (OSError, ValueError) as error:
        reason = f"no cluster answers at {address}"
        raise OutputError(reason, way_out="Give the address that its scheduler prints, as tcp://HOST:8786.") from error
    with client:
        _prove(client, address)
        lend = partial(client.submit, itself, pure=False)
        yield Hands(client.get_executor(pure=False), lend, (KilledWorker, CancelledError))


def itself(value: object) -> object:
    """Return what was given: done by a worker, it stays there for the pieces that ask for it."""
    return value


def _prove(client: Any, address: str) -> None:  # noqa: ANN401 — Dask's client has no types
    """See whether a worker answers, and knows this program."""
    try:
        client.submit(itself, "here", pure=False).result(timeout=_PATIENCE)
    except TimeoutError as error:
        reason = f"the cluster at {address} has no worker that took anything up in {_PATIENCE} seconds"
        raise OutputError(reason, way_out=f"Start some: dask worker {address}.") from error
    except Exception as error:  # what is wrong with another machine's Python comes in every shape
        reason = f"the cluster at {address} cannot do this work ({type(error).__name__}: {error})"
        way_out = "Install the same fic2book[cluster] on every machine of it, the scheduler's too."
        raise OutputError(reason, way_out=way_out) from error
