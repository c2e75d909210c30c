"""Which names in the orders are a product: asked for, and kept with it."""

from collections.abc import Callable

from gui.dialogs.shopnames import ShopNames
from gui.pages.base import Page
from gui.studies import Study
from model.records import Product
from model.repurchase.strangers import linked, strangers


def ask_names(page: Page, study: Study | None, product: Product, store: Callable[[Product], None]) -> None:
    """Show the names that belong to no product; those chosen are stored with this one."""

    def take(names: tuple[str, ...]) -> None:
        known = next((p for p in page.session.products() if p.id == product.id), product)
        page.try_to(lambda: store(linked(known, names)))

    sold = study.sums.summary.products if study else ()
    ShopNames(product.name, strangers(sold, page.session.products()), take, page).open()
