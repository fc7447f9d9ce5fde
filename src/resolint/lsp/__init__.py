"""The language server: what resolint knows, in an editor, while a draft in Markdown or plain text is being written.

It stands on the verbs and a ``Session`` and has no judgement of its own; ``answers`` makes the values of the protocol, ``server``
hears and speaks it. Protocol: Language Server Protocol 3.17.
"""

from __future__ import annotations

from resolint.errors import BadConfiguration

__all__ = ["serve"]


def serve(port: int | None = None) -> None:
    """Serve an editor over standard input and output, or over a port of this machine, until it says goodbye.

    Raises BadConfiguration where the packages of the extra ``lsp`` are missing.
    """
    try:
        from resolint.lsp.server import make
    except ImportError as error:
        raise BadConfiguration(
            f"the language server needs {error.name}, which comes with the extra lsp: "
            "run pip install '.[lsp]' in the folder of resolint"
        ) from None
    server = make()
    if port is None:
        server.start_io()
    else:
        server.start_tcp("127.0.0.1", port)
