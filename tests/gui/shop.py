"""A shop for tests of the matrix page: one product and forty hosts, the dearer the better known."""

from model.records import Influencer, Offer, Product, Request, Snapshot

COFFEE = Product("Coffee", 69.0, "咖啡", 15.0, 4.0, 0.05, 0.06, 5000)
HOSTS = tuple(
    Influencer(
        f"h{n}",
        f"Host {n}",
        "douyin",
        followers=4_000 + 900 * n,
        views=3_000.0 + 170 * n,
        engagement_rate=0.03,
        offers=(Offer("fee", 300.0 + 10 * n, 0.2, None, 2),),
    )
    for n in range(40)
)
SHOP = Snapshot((COFFEE,), HOSTS, {}, Request(budget=8_000.0))
