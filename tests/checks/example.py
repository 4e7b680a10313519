"""A brief that meets every criterion: each test spoils one thing in it."""

from briefdesk.brief.model import Brief, Related, Source, Term

SUMMARY = (
    "The council will close the old bridge in May for a year of repairs. Buses will take the northern "
    "crossing, and a ferry will carry people on foot every ten minutes. Shops on the river street fear "
    "for their trade, and the city has set aside money to help them."
)

GOOD = Brief(
    id="good",
    slug="city-closes-old-bridge",
    headline="City closes old bridge for repairs",
    bullets=(
        "The city closes the old bridge on 3 May 2027 for one year of repairs, the council has decided.",
        "Engineers found cracks in two of the seven arches and rust in the steel that was added in 1962.",
        "Buses will cross the river further north, which makes the trip to the station eight minutes longer.",
        "A free ferry will carry people on foot and bicycles every ten minutes from six in the morning.",
        "Shops on the river street will share a fund of two million euros to make good what they lose.",
    ),
    terms=(
        Term(
            term="arch",
            definition="A curved part of a bridge that carries the weight of the road to the ground.",
        ),
    ),
    source=Source(url="https://example.org/bridge", publisher="The Example"),
    related=(
        Related(id="ferry", headline="Ferry to cross the river again", summary=SUMMARY),
        Related(id="shops", headline="Shops fear a quiet year", summary=SUMMARY),
    ),
)
