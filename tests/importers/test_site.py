"""Who published a page that is pasted."""

from briefdesk.importers.html import read_html
from briefdesk.importers.items import Imported
from briefdesk.importers.site import Site, site_of

JSON_LD = '<script type="application/ld+json">{}</script>'


def page(head: str) -> str:
    return f"<html><head>{head}</head><body><h1>A story</h1><ul><li>One</li></ul></body></html>"


def test_the_name_of_the_site_is_taken_before_any_other() -> None:
    head = (
        '<meta property="og:site_name" content=" The  Daily "><link rel="canonical" href="https://d.org/x">'
    )
    ld = JSON_LD.format('{"publisher": {"name": "Other"}}')
    assert site_of(page(head + ld)) == Site("The Daily", "https://d.org/x")


def test_a_publisher_is_found_in_linked_data_also_in_a_graph() -> None:
    graph = (
        '{"@graph": [{"@type": "WebPage"}, {"publisher": {"@type": "Organization", "name": "The Daily"}}]}'
    )
    assert site_of(page(JSON_LD.format(graph))).name == "The Daily"
    assert site_of(page(JSON_LD.format('[{"publisher": [{"name": "A"}, {"name": "B"}]}]'))).name == "A"


def test_broken_linked_data_and_other_texts_name_nobody() -> None:
    assert site_of(page(JSON_LD.format('{"publisher": '))) == Site()
    assert site_of(page(JSON_LD.format("[" * 3000))) == Site()
    assert site_of(page(JSON_LD.format('{"publisher": {"name": 3}}'))) == Site()
    assert site_of("og:site_name is what I write about") == Site()
    assert site_of("og:site_name \0") == Site()
    assert site_of("") == Site()


def test_an_imported_page_has_the_publisher_of_its_linked_data() -> None:
    (item,) = read_html(page(JSON_LD.format('{"publisher": {"name": "The Daily"}}')).encode())
    assert isinstance(item, Imported)
    assert item.draft.source.publisher == "The Daily"
