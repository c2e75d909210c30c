"""About: what this is, its version, and whose work it stands on."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from gui import __version__, theme

translate = QCoreApplication.translate

LIBRARIES = (
    "Qt for Python (PySide6 Essentials) · LGPL-3.0",
    "NumPy · BSD-3-Clause",
    "SciPy, HiGHS · BSD-3-Clause, MIT",
    "Matplotlib · PSF-based licence",
    "PyArrow · Apache-2.0",
    "python-calamine · MIT",
    "lunar_python · MIT",
    "XlsxWriter · BSD-2-Clause",
    "Noto Sans SC, © 2014-2021 Adobe · SIL OFL 1.1",
)


def about(parent: QWidget) -> None:
    """Show the box."""
    box = QMessageBox(parent)
    theme.dress(box)
    box.setWindowTitle(translate("About", "About"))
    box.setText(translate("About", "Repurchase Matrix {0}").format(__version__))
    told = translate(
        "About",
        "Whom to hire, on which offer, for how much, and why. Works without a network; your data stays on this machine.",
    )
    box.setInformativeText("\n".join([told, "", *LIBRARIES]))
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.open()
