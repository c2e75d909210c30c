"""Which names in the orders are a product: asked for, and kept with it."""

from collections.abc import Callable
from functools import partial

from gui import words
from gui.dialogs.shopnames import ShopNames
from gui.pages.base import Page
from gui.studies import Study
from gui.words import QT_TRANSLATE_NOOP
from model.records import Product
from model.repurchase.strangers import is_sold, linked, strangers

SAVED = QT_TRANSLATE_NOOP("Words", "“{name}” is saved.")
UNFOUND = QT_TRANSLATE_NOOP(
    "Words", "“{name}” is saved, but no order line belongs to it: how often it is bought again stays a guess."
)
ON = QT_TRANSLATE_NOOP("Words", "Choose hosts")
HOSTS = QT_TRANSLATE_NOOP("Words", "Go on to the hosts")
CHOOSE = QT_TRANSLATE_NOOP("Words", "Choose its names in the orders…")


def say_saved(page: Page, study: Study | None, product: Product, choose: Callable[[], None]) -> None:
    """Say that a product is saved, and lead on: to its names where no order is found by those it has, else to hosts.

    Where there are hosts already they are chosen next, else brought in.
    """
    if study is not None and _is_unfound(study, product, page.session.products()):
        said, tone, lead, do = UNFOUND, "warn", CHOOSE, choose
    elif page.session.snapshot().influencers:
        said, tone, lead, do = SAVED, "good", ON, partial(page.go.emit, "matrix")
    else:
        said, tone, lead, do = SAVED, "good", HOSTS, partial(page.go.emit, "roster")
    page.notice.say(partial(words.say, said, name=product.name), tone, (partial(words.say, lead), do))


def _is_unfound(study: Study, product: Product, products: tuple[Product, ...]) -> bool:
    """Whether customers can be told apart, but none of them bought this product by a name that is known."""
    sold = study.sums.summary.products
    told_apart = bool(study.insight.history.judged)
    return told_apart and not is_sold(sold, product) and bool(strangers(sold, products))


def ask_names(page: Page, study: Study | None, product: Product, store: Callable[[Product], None]) -> None:
    """Show the names that belong to no product; those chosen are stored with this one."""

    def take(names: tuple[str, ...]) -> None:
        known = next((p for p in page.session.products() if p.id == product.id), product)
        made = linked(known, names)
        if page.try_to(lambda: store(made)):
            say_saved(page, study, made, lambda: None)

    sold = study.sums.summary.products if study else ()
    ShopNames(product.name, strangers(sold, page.session.products()), take, page).open()
