"""Products: the catalogue, one product's facts, and its repurchase class while they are typed."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property, partial
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from gui import words
from gui.face import Glance
from gui.pages.base import Page
from gui.pages.productrows import COLUMNS, Row
from gui.pages.tasks import category_name, describe_one, grade_all
from gui.session import Changed, Session
from gui.splitter import Splitter
from gui.words import QT_TRANSLATE_NOOP
from model.errors import InvalidRecord
from model.records import PRODUCT_RULES, Product, field_problem

if TYPE_CHECKING:
    from gui.forms import Form
    from gui.jobs import Job
    from gui.pages.gradecard import GradeCard
    from gui.pages.productsheet import ProductSheet
    from gui.pages.readycard import ReadyCard
    from gui.studies import Studies
    from gui.tables import RecordTable
    from gui.things import Thing
    from model.advice import ProductAdvice
    from model.policy import Category
    from model.repurchase.grading import Grade

TYPING_PAUSE = 150
PARTS = ("tablemodel", "tableparts", "tables", "forms", "pages.readycard", "pages.productsheet", "pages.gradecard", "studies")  # fmt: skip
MISSING = QT_TRANSLATE_NOOP("Words", "Enter price and category to see the grade.")


class ProductsPage(Page):
    """A list, a form, and the grade that follows the typing.

    It is the page the program starts with: of the list a glance comes first, and all else when it has been seen.
    """

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._current = Product("", 1.0)
        self._is_new = True
        self._complete = False
        self._glance: Glance | None = Glance(COLUMNS)
        self._pause = QTimer(self, singleShot=True, interval=TYPING_PAUSE)
        self._arrange(self._glance)
        self.session.changed.connect(self._reload)
        self.retranslate()
        self._reload(Changed.PRODUCTS | Changed.POLICY, None)

    def pieces(self) -> tuple[Callable[[], object], ...]:
        """The list itself, form and grade; what they need is imported before, for a turn each."""
        imports = (partial(import_module, f"gui.{name}") for name in PARTS)
        return (*imports, lambda: self.table, lambda: self.sheet, lambda: self.grade, self.complete)

    @cached_property
    def table(self) -> "RecordTable[Row]":
        """The list; it takes the place of the glance at it."""
        from gui.pages.productform import new_table

        made = new_table(self._save_many)
        made.set_empty(self._nothing())
        if self._glance is not None:
            self.splitter.replaceWidget(0, made)
            made.set_rows(self._glance.rows)
            made.take_over(self._glance)
            self._glance.deleteLater()
            self._glance = None
        made.selected.connect(self._choose)
        made.pasted.connect(self.tell_changed)
        return made

    @cached_property
    def _grades(self) -> "Job":
        from gui.jobs import Job

        made = Job(self)
        made.done.connect(self._show_grades)
        return made

    @cached_property
    def _live(self) -> "Job":
        from gui.jobs import Job

        made = Job(self)
        made.done.connect(self._show_advice)
        return made

    @cached_property
    def studies(self) -> "Studies":
        """What the orders say, for the grades."""
        from gui.studies import studies_of

        return studies_of(self.session)

    @cached_property
    def sheet(self) -> "ProductSheet":
        """One product: its fields, and below whether it can go live."""
        from gui.pages.productsheet import ProductSheet

        return ProductSheet(self.category_choices, self._save, self._delete, self._choose_names)

    @property
    def form(self) -> "Form":
        """The product's fields."""
        return self.sheet.form

    @property
    def ready(self) -> "ReadyCard":
        """Whether the product can go live."""
        return self.sheet.ready

    @cached_property
    def grade(self) -> "GradeCard":
        """The card that follows the typing."""
        from gui.pages.gradecard import GradeCard

        return GradeCard()

    def complete(self) -> None:
        """Put form and grade beside the list; the product that was clicked meanwhile is shown, else the first."""
        if self._complete:
            return
        self._complete = True
        self.studies.changed.connect(self._regrade)
        self.sheet.beside(self.splitter, self.grade)
        self._connect_form()
        self.retranslate()
        self._current = clicked.product if (clicked := self.table.current()) else self._current
        self._follow(self.session.snapshot().products)
        self._regrade()  # another page may have had the orders studied before

    def looked_at(self) -> None:
        """A product that is to be described begins with its name."""
        if self._complete and self._is_new:
            self.form.editor("name").setFocus()

    def title(self) -> str:
        """The page's name."""
        return self.tr("Products")

    def subtitle(self) -> str:
        """What it is for."""
        return self.tr("What do you sell, and how often is it bought again?")

    def category_choices(self) -> Sequence[tuple[str, str]]:
        """Every category in the language of the moment, once the policy is loaded."""
        policy = self.session.policy
        return [(c.code, category_name(c)) for c in policy.categories] if policy else []

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        super().retranslate()
        if self._complete:
            self.sheet.retranslate()
            self.table.set_empty(self._nothing())
            self.grade.retranslate()
            self._show_title()

    def _nothing(self) -> str:
        return self.tr(
            "No product yet. Press “New product” and describe what you sell,\nor import a product list."
        )

    # ── layout ──

    def _arrange(self, first: QWidget) -> None:
        self.add_button(lambda: self.tr("Import…"), "import", self.bring_in)
        self.add_button(lambda: self.tr("Template…"), "export", self._template)
        self.add_button(lambda: self.tr("New product"), "add", self.start_new, primary=True)
        self.splitter = Splitter()
        self.splitter.addWidget(first)
        self.body.addWidget(self.splitter, 1)

    def _connect_form(self) -> None:
        self.form.edited.connect(lambda _name: self._pause.start())
        self.form.left.connect(self._leave)
        self.ready.edited.connect(self._pause.start)
        self.grade.link.connect(self._choose_names)
        self._pause.timeout.connect(self._grade_form)

    # ── reading ──

    def _reload(self, what: Changed, by: object) -> None:
        if what & Changed.PROJECT:
            self.hush()
            if self._complete:
                self.ready.own.forget()
        if self._complete and what & Changed.POLICY and self.session.policy is not None:
            self.form.set_choices("category", self.category_choices)
        if not what & (Changed.PRODUCTS | Changed.POLICY):
            if self._complete and what & Changed.INFLUENCERS:
                self._grade_form()
            return
        products = self.session.products()
        if self._glance is not None:
            self._glance.set_rows([Row(p, self._category(p)) for p in products])
        else:
            known = {row.product: row.grade for row in self.table.model.rows}
            self.table.set_rows(
                Row(p, self._category(p), None if what & Changed.POLICY else known.get(p)) for p in products
            )
        self._grade_list(products)
        if by is not self:
            self._grade_form() if self._half_typed(what) else self._follow(products)

    def _grade_list(self, products: Sequence[Product]) -> None:
        if self.session.policy is not None:
            evidence = self.studies.evidence if self._complete else {}
            self._grades.run(grade_all, products, self.session.policy, evidence)

    def _regrade(self) -> None:
        """The orders say something else now."""
        self._grade_list(self.session.snapshot().products)
        self._show_title()
        self._grade_form()

    def _half_typed(self, what: Changed) -> bool:
        """Whether a new product is being typed: nothing but another project takes it away."""
        new = self._complete and self._is_new and not what & Changed.PROJECT
        return new and any(self.form.values().values())

    def _follow(self, products: Sequence[Product]) -> None:
        """After undo, import or a new project: keep the product shown if it is still there."""
        if not self._complete:
            return
        ids = {p.id: p for p in products}
        wanted = ids.get(self._current.id) if self._current.id else None
        if wanted is not None:
            self._show(wanted)
        elif products:
            self._show(products[0])
        else:
            self.start_new()

    def _category(self, product: Product) -> "Category | None":
        return self.session.policy.category(product.category) if self.session.policy else None

    def _show_grades(self, grades: "Mapping[int, Grade]") -> None:
        rows = self.table.model.rows if self._glance is None else self._glance.rows
        graded = [replace(row, grade=grades.get(row.product.id, row.grade)) for row in rows]
        (self._glance or self.table).set_rows(graded)

    def _choose(self, row: object) -> None:
        if not self._complete or not isinstance(row, Row) or row.product.id == self._current.id:
            return
        if self._half_typed(Changed(0)) and not self._commit(quiet=False):
            self.table.view.clearSelection()
            self.notice.say(
                lambda: self.tr(
                    "The new product is not saved yet: correct the marked fields, or empty the form to drop it."
                ),
                "warn",
            )
            return
        self._show(row.product)

    def show_thing(self, thing: "Thing") -> None:
        """Show a product."""
        self.complete()
        self.table.reveal(thing.key)

    def _show(self, product: Product) -> None:
        self._current, self._is_new = product, not product.id
        from gui.pages.productform import texts

        self.form.set_values(texts(product, self.session.policy))
        self.form.clear_problems()
        self.ready.own.follow(product.id)
        self.table.choose(str(product.id))
        self._show_title()
        self._grade_form()

    def _show_title(self) -> None:
        self.sheet.tell("" if self._is_new else self._current.name, self.studies.study is not None)

    # ── grading while typing ──

    def _grade_form(self) -> None:
        policy = self.session.policy
        raw = self.form.values()
        try:
            product = Product.parse(id=0, **raw | {"name": raw["name"] or "?"})
        except InvalidRecord as error:
            fields = {p.column for p in error.problems}
            self._live.cancel()
            self._show_advice(None, partial(self._missing, fields))
            return
        if policy is not None:
            kept, evidence = self.session.snapshot(), self.studies.evidence
            rest = (kept.products, kept.influencers, *self.ready.own.asked())
            self._live.run(describe_one, product, policy, evidence, *rest, steerable=True)

    def _missing(self, fields: set[str]) -> str:
        if fields == {"price"} and not self.form.values()["price"]:
            return words.say(MISSING)
        return self.tr("Correct the marked fields to see the grade.")

    def _show_advice(self, advice: "ProductAdvice | None", missing: Callable[[], str] = str) -> None:
        silent = None if self._is_new else self.studies.silent(self._current.name)
        self.grade.show_advice(advice, missing, silent)
        self.ready.show_advice(advice, missing)

    # ── editing ──

    def start_new(self) -> None:
        """An empty form for a new product."""
        self.complete()
        self._current, self._is_new = Product("", 1.0), True
        self.form.set_values(dict.fromkeys(PRODUCT_RULES, ""))
        self.form.clear_problems()
        self.table.view.clearSelection()
        self._show_title()
        self._pause.stop()
        self._live.cancel()
        self.ready.own.follow(0)
        self._show_advice(None, partial(words.say, MISSING))
        if self.isVisible():
            self.form.editor("name").setFocus()

    def _leave(self, name: str) -> None:
        """A field was left: tell what is wrong with it; if nothing is wrong anywhere, the edit is saved at once."""
        self.notice.settle()
        from gui.words import problems

        problem = field_problem(PRODUCT_RULES, name, self.form.values()[name])
        self.form.set_problem(name, problems.teller(problem))
        self._grade_form()
        if not self._is_new and problem is None:
            self._commit(quiet=True)

    def _save(self) -> None:
        if self._commit(quiet=False):
            from gui.pages.ordernames import say_saved

            say_saved(self, self.studies.study, self._current, self._choose_names)

    def _commit(self, quiet: bool) -> bool:
        from gui.pages.productform import texts

        both = (texts(self._current, self.session.policy), self.form.values())
        try:
            product = Product.parse(id=self._current.id, **self.form.values())
        except InvalidRecord as error:
            if not quiet:
                from gui.words import problems

                self.form.set_problems(problems.by_field(error.problems))
                self.form.focus_first_problem()
                return False
            known, wrong = self._current, {p.column for p in error.problems}
            return self.keep_right(known, both, wrong, partial(Product.parse, id=known.id), self._keep)
        if not self._is_new and (product == self._current or both[0] == both[1]):
            return True  # a category by its name in the file is the same as by its code in the form
        return self.try_to(lambda: self._store(product))

    def _keep(self, product: Product) -> None:
        self._current = self.session.save_product(product, by=self)
        self._show_title()

    def _store(self, product: Product) -> None:
        from gui.pages.productform import texts

        self._current = self.session.save_product(product, by=self)
        self.ready.own.follow(self._current.id, carry=self._is_new)
        self._is_new = False
        self.form.set_values(texts(self._current, self.session.policy))
        self.form.clear_problems()
        self.table.choose(str(self._current.id))
        self._show_title()

    def _save_many(self, products: Sequence[Product]) -> None:
        self.try_to(lambda: self.session.save_products(products, None, "edit_products"))

    def _choose_names(self) -> None:
        from gui.pages.ordernames import ask_names

        if self._commit(quiet=False):
            ask_names(self, self.studies.study, self._current, self._store)

    def _delete(self) -> None:
        rows = self.table.chosen() or tuple(
            r for r in self.table.model.rows if r.product.id == self._current.id
        )
        if rows:
            self.try_to(lambda: self.session.delete_products([r.product.id for r in rows], by=None))

    # ── files ──

    def _template(self) -> None:
        name = self.tr("products-template.xlsx")
        self.save_template("products", self.tr("Save the product template"), name)
