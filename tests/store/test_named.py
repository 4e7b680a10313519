"""What the library tells of names: the newest briefs, and nothing that cannot be read."""

import json

from sqlalchemy import text

from briefdesk.brief.model import Brief, Source, Term
from briefdesk.store.library import Library


def test_headline_publisher_and_terms_of_the_newest_briefs(library: Library):
    library.save(Brief(id="one", headline="First"))
    source = Source(publisher="Qarx")
    library.save(Brief(id="two", headline="Second", source=source, terms=(Term(term="moonshot"),)))
    (newest,) = library.named(limit=1)
    assert newest[:3] == ("two", "Second", "Qarx")
    assert json.loads(newest[3])[0]["term"] == "moonshot"
    assert library.named()[1] == ("one", "First", "", "[]")


def test_a_damaged_brief_tells_its_headline_and_no_terms(library: Library):
    library.save(Brief(id="one", headline="First", terms=(Term(term="moonshot"),)))
    library._access.submit(lambda c: c.execute(text("UPDATE briefs SET body = '{'")) and None).result()
    assert library.named() == [("one", "First", "", "[]")]
