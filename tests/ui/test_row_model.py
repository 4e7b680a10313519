"""The list of rows that views are given."""

from typing import NamedTuple

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from briefdesk.ui.row_model import ROW, RowModel

ROLE = Qt.ItemDataRole


class Name(NamedTuple):
    text: str
    heading: bool = False


@pytest.fixture
def names(qapp):
    says = {ROLE.DisplayRole: lambda row: row.text, ROLE.ToolTipRole: lambda row: row.text.upper()}
    model = RowModel[Name](says, is_choice=lambda row: not row.heading)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    tester.setParent(model)
    model.show([Name("A", heading=True), Name("ant")])
    return model


def test_a_row_says_in_each_role_what_it_was_given_to_say(names):
    ant = names.index(1)
    assert ant.data() == "ant"
    assert ant.data(ROLE.ToolTipRole) == "ANT"
    assert ant.data(ROLE.AccessibleTextRole) is None
    assert ant.data(ROW) is names.rows[1]


def test_a_heading_cannot_be_chosen(names):
    assert names.index(0).flags() == Qt.ItemFlag.NoItemFlags
    assert names.index(1).flags() & Qt.ItemFlag.ItemIsSelectable


def test_all_rows_can_be_chosen_where_nothing_tells_headings(qapp):
    model = RowModel[Name]({})
    model.show([Name("A", heading=True)])
    assert model.index(0).flags() & Qt.ItemFlag.ItemIsEnabled


def test_rows_take_the_place_of_those_before(names, qtbot):
    with qtbot.waitSignals([names.modelAboutToBeReset, names.modelReset]):
        names.show([Name("bee")])
    assert [names.index(n).data() for n in range(names.rowCount())] == ["bee"]


def test_a_row_has_no_rows_of_its_own_and_there_is_none_past_the_end(names):
    assert names.rowCount(names.index(1)) == 0
    assert names.data(QModelIndex()) is None
    assert names.flags(QModelIndex()) == Qt.ItemFlag.NoItemFlags
