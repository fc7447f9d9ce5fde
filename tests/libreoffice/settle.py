"""Accepts or rejects all tracked changes of Word files in LibreOffice; run by the Python that has its bindings.

Standard input has a line for each file: ``accept`` or ``reject``, its path and the path to save it at, parted by tabs.
"""

import subprocess
import sys
import tempfile
import time
from pathlib import Path

import uno  # type: ignore[import-not-found]
from com.sun.star.beans import PropertyValue  # type: ignore[import-not-found]

COMMANDS = {"accept": ".uno:AcceptAllTrackedChanges", "reject": ".uno:RejectAllTrackedChanges"}
PATIENCE = 240


def value(name, said):
    found = PropertyValue()
    found.Name, found.Value = name, said
    return found


def connected(pipe):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(PATIENCE):
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except Exception:
            time.sleep(0.5)
    raise SystemExit("LibreOffice does not answer")


def settle(context, what, source, target):
    manager = context.ServiceManager
    desktop = manager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    document = desktop.loadComponentFromURL(Path(source).as_uri(), "_blank", 0, (value("Hidden", True),))
    dispatcher = manager.createInstanceWithContext("com.sun.star.frame.DispatchHelper", context)
    dispatcher.executeDispatch(document.CurrentController.Frame, COMMANDS[what], "", 0, ())
    document.storeToURL(Path(target).as_uri(), (value("FilterName", "MS Word 2007 XML"),))
    document.close(True)


def main():
    with tempfile.TemporaryDirectory() as profile:
        pipe = f"resolint{Path(profile).name}"
        office = subprocess.Popen(
            [
                "soffice",
                "--headless",
                "--norestore",
                "--nologo",
                f"-env:UserInstallation={Path(profile).as_uri()}",
                f"--accept=pipe,name={pipe};urp;",
            ]
        )
        try:
            context = connected(pipe)
            for line in sys.stdin:
                what, source, target = line.rstrip("\n").split("\t")
                settle(context, what, source, target)
                print(target, flush=True)
            context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context).terminate()
        finally:
            try:
                office.wait(20)
            except subprocess.TimeoutExpired:
                office.kill()


if __name__ == "__main__":
    main()
