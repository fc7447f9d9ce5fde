"""The page: drafts reviewed in a browser on the same machine. An optional extra, ``resolint[web]``.

It has no knowledge of drafts of its own: everything is asked of the verbs of ``pipeline``, in worker processes.
"""
