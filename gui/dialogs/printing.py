"""What will be printed, page by page, before it is: then to a printer, or into a PDF."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from gui import theme
from gui.helpkey import help_on
from gui.parts import make_button, text_label
from gui.press import FACTS, printed_to
from gui.saving import ask_pdf
from gui.scale import Space
from gui.workstrip import WorkStrip
from model.watching import stepping, within

if TYPE_CHECKING:
    from PySide6.QtGui import QImage
    from PySide6.QtPrintSupport import QPrinter

    from gui.paper import Paper

__all__ = ["PrintDialog", "open_preview"]

DPI: Final = 84
SIZE: Final = (800, 620)


def open_preview(parent: QWidget, make: "Callable[[], Paper]") -> "PrintDialog":
    """The pages of a paper over a window; ``make`` is called in a worker."""
    dialog = PrintDialog(make, parent.window())
    dialog.open()
    return dialog


class PrintDialog(QDialog):
    """The pages as they will be, and what may be done with them."""

    def __init__(self, make: "Callable[[], Paper]", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        theme.dress(self)
        self.paper: Paper | None = None
        self.sheets: list[QLabel] = []
        self._stopped_text = ""
        self.told = text_label("muted")
        self.job, self.writer = WorkStrip(), WorkStrip()
        self._column = QVBoxLayout()
        self._print = make_button("print", self._ask_printer, primary=True)
        self._save = make_button("file", self._ask_file)
        self._close = make_button("close", self.reject)
        self._arrange()
        help_on(self, "matrix#paper")
        self._say()
        self.job.done.connect(self._show)
        self.job.failed.connect(self._fail)
        self.job.stopped.connect(self.reject)
        self.writer.done.connect(self._done)
        self.writer.failed.connect(self._fail)
        self.writer.stopped.connect(self._stopped)
        self.finished.connect(self._end)
        self.job.run(_laid_out, make)

    def print_to(self, printer: "QPrinter") -> None:
        """Print on this printer, in a worker."""
        if self.paper is not None:
            self.told.setText("")
            self._stopped_text = self.tr("Stopped. Pages the printer has already may still come out.")
            printer.setDocName(self.paper.title)
            self.writer.run(_printed, self.paper, printer)

    def save_to(self, path: Path) -> None:
        """Write the PDF, in a worker."""
        if self.paper is not None:
            self.told.setText("")
            self._stopped_text = self.tr("Stopped: the file was not written.")
            self.writer.run(_saved, self.paper, path)

    # ── inside ──

    def _arrange(self) -> None:
        inner = QWidget()
        self._column.setSpacing(Space.APART)
        self._column.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        inner.setLayout(self._column)
        self.area = QScrollArea()
        self.area.setWidget(inner)
        self.area.setWidgetResizable(True)
        row = QHBoxLayout()
        row.addWidget(self.told, 1)
        for button in (self._close, self._save, self._print):
            row.addWidget(button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(Space.PAGE, Space.INSIDE, Space.PAGE, Space.INSIDE)
        whole.setSpacing(Space.APART)
        whole.addWidget(self.area, 1)
        whole.addWidget(self.job)
        whole.addWidget(self.writer)
        whole.addLayout(row)
        self.resize(*SIZE)

    def _say(self) -> None:
        self.setWindowTitle(self.tr("Print"))
        self.told.setText(self.tr("Laying out the pages…"))
        self.area.setAccessibleName(self.tr("Pages"))
        self._print.setText(self.tr("Print…"))
        self._save.setText(self.tr("Save as PDF…"))
        self._close.setText(self.tr("Close"))
        for button in (self._print, self._save):
            button.setEnabled(False)

    def _show(self, made: "tuple[Paper, list[QImage]]") -> None:
        self.paper, images = made
        for number, image in enumerate(images, 1):
            sheet = QLabel()
            sheet.setPixmap(QPixmap.fromImage(image))
            sheet.setAccessibleName(self.tr("Page {0} of {1}").format(number, len(images)))
            self.sheets.append(sheet)
            self._column.addWidget(sheet)
        for button in (self._print, self._save):
            button.setEnabled(True)
        self.told.setText(self.tr("%n page(s), A4", "", len(images)))

    def _fail(self, error: Exception) -> None:
        from gui.words import problems
        from model.errors import UserError

        if not isinstance(error, UserError):
            raise error
        self.told.setText(problems.error(error))

    def _done(self, path: Path | None) -> None:
        self.told.setText(
            self.tr("Saved: {0}").format(str(path)) if path else self.tr("Sent to the printer.")
        )

    def _stopped(self) -> None:
        self.told.setText(self._stopped_text)

    def _end(self, _result: int) -> None:
        """What is still being done is of no use to anybody."""
        for strip in (self.job, self.writer):
            strip.blockSignals(True)
            strip.cancel()

    def _ask_printer(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog

        printer = new_printer()
        asking = QPrintDialog(printer, self)
        asking.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        asking.accepted.connect(lambda: self.print_to(printer))
        asking.setModal(True)
        asking.show()

    def _ask_file(self) -> None:
        title = self.paper.title if self.paper else ""
        if path := ask_pdf(self, self.tr("Save as PDF"), f"{title}.pdf"):
            self.save_to(path)


def new_printer() -> "QPrinter":
    """A printer in the resolution that papers are laid out for."""
    from PySide6.QtCore import QMarginsF
    from PySide6.QtGui import QPageLayout, QPageSize
    from PySide6.QtPrintSupport import QPrinter

    from gui.press import DPI as PRESS_DPI
    from gui.press import MARGINS

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setResolution(PRESS_DPI)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setPageMargins(QMarginsF(*MARGINS), QPageLayout.Unit.Millimeter)
    return printer


def _laid_out(
    make: "Callable[[], Paper]", *, progress: "Callable[[str, float], None]", cancelled: "Callable[[], bool]"
) -> "tuple[Paper, list[QImage]]":
    from gui.press import pages

    step = stepping(progress, cancelled)
    step("paper_facts", 0.0)
    paper = make()
    return paper, pages(paper, DPI, within(step, FACTS, 1.0))


def _printed(
    paper: "Paper",
    printer: "QPrinter",
    *,
    progress: "Callable[[str, float], None]",
    cancelled: "Callable[[], bool]",
) -> None:
    from gui.press import print_on

    print_on(paper, printer, stepping(progress, cancelled))


def _saved(
    paper: "Paper",
    path: Path,
    *,
    progress: "Callable[[str, float], None]",
    cancelled: "Callable[[], bool]",
) -> Path:
    return printed_to(lambda: paper, path, progress=progress, cancelled=cancelled)
