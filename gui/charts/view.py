"""The widget that shows a chart. A thread of its own draws the figure; the window only shows the picture."""

import functools
import io
import logging
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QPoint,
    QSize,
    Qt,
    QThreadPool,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QImage,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QMenu,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from gui import theme
from gui.charts.canvas import Canvas, Picture
from gui.charts.style import ChartStyle, Draw, Spot, resolved, sheet
from gui.jobs import Job
from gui.lastfolder import ask_name
from gui.scale import Space
from gui.spoken import place_of
from gui.wrapping import Wrapped

__all__ = ["ChartView", "Picture", "chart_pool", "chart_style", "render", "save"]

log = logging.getLogger(__name__)

DPI = 96.0
RESIZE_PAUSE = 120
PATIENCE = 500
SAVED_SCALE = 2.0
LEAST = 17.7
"""Heights of letters a chart is wide at least: in less room the names of hosts alone would take all of it."""


@functools.cache
def chart_pool() -> QThreadPool:
    """The one thread on which all charts are drawn."""
    pool = QThreadPool(QCoreApplication.instance())
    pool.setMaxThreadCount(1)
    return pool


def chart_style() -> ChartStyle:
    """The style that goes with the theme and font of the moment."""
    font = QApplication.font()
    return ChartStyle(theme.current().tokens, tuple(font.families()), font.pointSizeF() * 0.95)


def render(draw: Draw, style: ChartStyle, size: QSize, scale: float = 1.0) -> Picture:
    """Draw a chart of this size, on whatever thread this is."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg

    with sheet(style, _inches(size), DPI * scale) as figure:
        canvas = FigureCanvasAgg(figure)
        spots = draw(figure, style)
        canvas.draw()
        width, height = canvas.get_width_height(physical=True)
        pixels = QImage(canvas.buffer_rgba(), width, height, 4 * width, QImage.Format.Format_RGBA8888)
        image = pixels.copy()
        image.setDevicePixelRatio(scale)
        return Picture(image, [resolved(spot) for spot in spots])


def save(draw: Draw, style: ChartStyle, size: QSize, file: Path) -> None:
    """Write a chart to a .png or .svg file."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg

    from model.intake.out import out

    drawn = io.BytesIO()
    with sheet(style, _inches(size), DPI * SAVED_SCALE) as figure:
        FigureCanvasAgg(figure)
        draw(figure, style)
        figure.savefig(drawn, format=file.suffix.lstrip(".").lower(), dpi=figure.dpi)
    out.save(file, drawn.getvalue())


class ChartView(QWidget):
    """A title, one sentence that says what the chart says, and the chart."""

    picked = Signal(str)
    shown = Signal()
    saved = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = Wrapped()
        self.summary = Wrapped()
        self.canvas = Canvas()
        self.as_text = QToolButton()
        self._draw: Draw | None = None
        self._stale = False
        self._look = theme.current()
        self._drawer = Job(self, chart_pool())
        self._saver = Job(self, chart_pool())
        self._pause = QTimer(self, singleShot=True, interval=RESIZE_PAUSE)
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE)
        self._arrange()
        self._connect()

    def show_chart(self, draw: Draw, title: str, summary: str, patient: bool = False) -> None:
        """Show what draw(figure, style) draws; it runs on another thread, so it must not touch widgets.

        ``patient``: a moment later, when all that is shown anew with it has been laid out and painted. Else each of
        the hundred calls that takes would wait for the drawing to let go of the interpreter.
        """
        self._draw = draw
        self.title.setText(title)
        self.title.setVisible(bool(title))
        self.summary.setText(summary)
        self.summary.setVisible(bool(summary))
        self.as_text.show()
        self._name_parts(title or place_of(self), summary)
        if self.canvas.picture is None:
            self.canvas.show_picture(None, "")  # why there was no chart holds no longer
        if patient:
            self._later()
        else:
            self._pause.stop()
            self._redraw()

    def clear(self, sentence: str = "") -> None:
        """Show no chart but, where given, a sentence that says why."""
        self._draw = None
        for part in (self.title, self.summary, self.as_text):
            part.hide()
        self._name_parts(sentence, "")
        self._show_none(sentence)

    @property
    def spots(self) -> list[Spot]:
        """The named places of the chart shown, in fractions of the figure."""
        return self.canvas.picture.spots if self.canvas.picture else []

    def image(self) -> QImage:
        """The chart shown, as a picture; null where there is none."""
        return self.canvas.picture.image if self.canvas.picture else QImage()

    def text(self) -> str:
        """The chart in words: its title, its sentence, and a line for every place that has a name."""
        places = dict.fromkeys(spot.text.replace("\n", " · ") for spot in self.spots if spot.text)
        return "\n".join((self.title.text(), self.summary.text(), "", *places)).strip()

    def show_text(self) -> None:
        """Open the chart in words, to be read aloud or copied."""
        from gui.charts.astext import TextDialog

        TextDialog(self.title.text() or self.tr("Chart"), self.text(), self).open()

    def copy(self) -> None:
        """Put the picture on the clipboard."""
        if self.canvas.picture is not None:
            QApplication.clipboard().setImage(self.canvas.picture.image)

    def save_to(self, file: Path) -> None:
        """Write the chart to a .png or .svg file; `saved` tells when it is there."""
        if self._draw is not None:
            self._saver.run(_saved, self._draw, chart_style(), self.canvas.size(), file)

    def changeEvent(self, event: QEvent) -> None:
        """Follow language and theme."""
        if event.type() == QEvent.Type.LanguageChange or theme.current() is not self._look:
            self._later()
        super().changeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Draw what was asked for while nobody could see it."""
        super().showEvent(event)
        if self._stale:
            self._redraw()

    def _arrange(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.TIGHT)
        self.title.setProperty("role", "section")
        self.summary.setProperty("role", "muted")
        self.summary.setWordWrap(True)
        below = QHBoxLayout()
        below.setSpacing(Space.TIGHT)
        below.addWidget(self.summary, 1)
        below.addWidget(self.as_text, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)
        self.as_text.setProperty("small", True)
        for part in (self.title, self.summary, self.as_text):
            part.hide()
        layout.addWidget(self.title)
        layout.addLayout(below)
        layout.addWidget(self.canvas, 1)

    def _connect(self) -> None:
        self._pause.timeout.connect(self._redraw)
        self._patience.timeout.connect(self._say_computing)
        self._drawer.done.connect(self._on_drawn)
        self._drawer.failed.connect(self._on_failed)
        self._saver.done.connect(lambda file: self.saved.emit(str(file)))
        self._saver.failed.connect(self._on_not_saved)
        self.canvas.resized.connect(self._later)
        self.canvas.picked.connect(self.picked)
        self.canvas.menu_wanted.connect(self._open_menu)
        self.canvas.named.connect(self._say_place)
        self.as_text.clicked.connect(self.show_text)

    def _name_parts(self, name: str, sentence: str) -> None:
        self.canvas.setAccessibleName(name or self.tr("Chart"))
        self.canvas.setAccessibleDescription(sentence)
        self.as_text.setText(self.tr("As text"))
        self.as_text.setToolTip(self.tr("Read this chart as text, and copy it"))
        self.as_text.setAccessibleName(self.tr("As text: {0}").format(name))

    def _say_place(self, text: str) -> None:
        """The place the arrows went to, for those who have the window read aloud."""
        self.canvas.setAccessibleDescription(text)
        QAccessible.updateAccessibility(QAccessibleEvent(self.canvas, QAccessible.Event.DescriptionChanged))

    def _later(self) -> None:
        if self._draw is not None:
            self._pause.start()

    def _redraw(self) -> None:
        size = self.canvas.size()
        self._stale = not self.isVisible() or size.isEmpty()
        if self._draw is None or self._stale:
            return
        self._look = theme.current()
        if size.width() < LEAST * chart_style().points * DPI / 72:
            self._show_none(self.tr("There is too little room for this chart: make the window larger."))
            return
        self._patience.start()
        self._drawer.run(render, self._draw, chart_style(), size, self.devicePixelRatioF())

    def _say_computing(self) -> None:
        self.canvas.show_picture(self.canvas.picture, self.tr("Computing…"))

    def _on_drawn(self, picture: Picture) -> None:
        self._patience.stop()
        self.canvas.show_picture(picture, "")
        self.shown.emit()

    def _show_none(self, sentence: str) -> None:
        """No chart, and none awaited, but why."""
        self._drawer.cancel()
        self._patience.stop()
        self.canvas.show_picture(None, sentence)

    def _on_failed(self, error: Exception) -> None:
        log.error("a chart could not be drawn", exc_info=error)
        self._show_none(self.tr("This chart could not be drawn. The log says why."))

    def _on_not_saved(self, error: Exception) -> None:
        log.error("a chart could not be saved", exc_info=error)
        sentence = self.tr("The picture could not be saved. Choose another folder.")
        self.canvas.show_picture(self.canvas.picture, sentence)

    def _open_menu(self, place: QPoint) -> None:
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(place)

    def menu(self) -> QMenu:
        """What can be done with the picture."""
        menu = QMenu(self)
        for text, symbol, action in self._actions():
            entry = menu.addAction(theme.icon(symbol), text, action)
            entry.setEnabled(self.canvas.picture is not None)
        return menu

    def _actions(self) -> tuple[tuple[str, str, Callable[[], None]], ...]:
        return (
            (self.tr("Show as text…"), "file", self.show_text),
            (self.tr("Copy picture"), "copy", self.copy),
            (self.tr("Save as PNG…"), "export", functools.partial(self._ask_and_save, "png")),
            (self.tr("Save as SVG…"), "export", functools.partial(self._ask_and_save, "svg")),
        )

    def _ask_and_save(self, kind: str) -> None:
        title = self.title.text() or self.tr("Chart")
        name = f"{title}.{kind}"
        chosen, _ = ask_name(self, self.tr("Save the picture"), name, f"*.{kind}")
        if chosen:
            self.save_to(Path(chosen).with_suffix(f".{kind}"))


def _inches(size: QSize) -> tuple[float, float]:
    return size.width() / DPI, size.height() / DPI


def _saved(draw: Draw, style: ChartStyle, size: QSize, file: Path) -> Path:
    save(draw, style, size, file)
    return file
