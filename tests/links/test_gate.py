"""Which hosts are never contacted."""

from __future__ import annotations

import ipaddress

import pytest

from links.world import PUBLIC, Page, World
from rsfm.fetch.gate import GuardedAdapter, is_public
from rsfm.fetch.links import LinkChecker
from rsfm.fetch.manners import Manners
from rsfm.fetch.transport import Transport
from rsfm.store.links import Answer

NOT_PUBLIC = [
    "127.0.0.1",
    "127.8.9.10",
    "0.0.0.0",  # noqa: S104 -- an address to refuse
    "10.1.2.3",
    "172.16.0.1",
    "192.168.1.1",
    "100.64.0.1",
    "169.254.169.254",
    "192.0.2.1",
    "224.0.0.1",
    "239.255.255.250",
    "255.255.255.255",
    "::",
    "::1",
    "::127.0.0.1",
    "::ffff:127.0.0.1",
    "::ffff:169.254.169.254",
    "::ffff:10.0.0.1",
    "64:ff9b::7f00:1",
    "64:ff9b::a00:1",
    "2002:7f00:1::",
    "2002:c0a8:101::1",
    "2001:0:5ef5:79fd:0:59d:80ff:fffe",
    "fe80::1",
    "fe80::1%eth0",
    "fec0::1",
    "fc00::1",
    "fd12:3456::1",
    "ff02::1",
    "2001:db8::1",
]


@pytest.mark.parametrize("address", NOT_PUBLIC)
def test_an_address_that_is_not_on_the_open_internet_is_not_public(address: str) -> None:
    assert not is_public(ipaddress.ip_address(address))


@pytest.mark.parametrize("address", [PUBLIC, "1.1.1.1", "2606:2800:220:1::1", "::ffff:1.1.1.1", "64:ff9b::101:101"])
def test_an_address_on_the_open_internet_is_public(address: str) -> None:
    assert is_public(ipaddress.ip_address(address))


@pytest.mark.parametrize("address", NOT_PUBLIC)
def test_a_host_that_resolves_to_a_private_address_is_never_contacted(world: World, address: str) -> None:
    world.pages["inside.example/page"] = Page()
    world.addresses["inside.example"] = [address]

    finding = world.checker().check("http://inside.example/page")

    assert finding.answer is Answer.PRIVATE
    assert not world.connected


def test_one_private_address_among_public_ones_is_enough_to_stay_away(world: World) -> None:
    world.addresses["inside.example"] = [PUBLIC, "10.0.0.1"]

    assert world.checker().check("http://inside.example/").answer is Answer.PRIVATE
    assert not world.connected


@pytest.mark.parametrize(
    "target",
    [
        "http://inside.example/admin",
        "http://beta.example:8080/",
        "http://name:secret@beta.example/",
        "ftp://beta.example/file",
        "file:///etc/passwd",
        "http://[broken/",
        "javascript:alert(1)",
    ],
)
def test_a_redirect_to_what_is_not_public_is_not_followed(world: World, target: str) -> None:
    world.pages["alpha.example/page"] = Page(status=302, headers={"Location": target})
    world.addresses |= {"inside.example": ["192.168.0.1"], "beta.example": [PUBLIC]}

    finding = world.checker().check("http://alpha.example/page")

    assert finding.answer in {Answer.PRIVATE, Answer.DEAD}
    assert {name for _, name, _ in world.asked} == {"alpha.example/page"}


def test_a_name_server_that_changes_its_mind_after_the_check_changes_nothing(world: World) -> None:
    world.pages["alpha.example/page"] = Page()
    answers = iter([[PUBLIC], ["127.0.0.1"], ["127.0.0.1"]])
    world.resolve = lambda host: next(answers)  # type: ignore[method-assign]
    checker = world.checker()

    assert checker.check("http://alpha.example/page").answer is Answer.FINE
    assert set(world.connected) == {PUBLIC}


def test_a_proxy_of_the_environment_is_not_used(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", "http://proxy.example:3128")
    world.pages["alpha.example/page"] = Page()

    assert world.checker().check("http://alpha.example/page").answer is Answer.FINE
    assert world.connected == [PUBLIC]


def test_a_connection_over_tls_passes_the_gate_too(world: World) -> None:
    world.addresses["alpha.example"] = [PUBLIC]
    network = world.network()
    transport = Transport(Manners(read=0.3), clock=world.clock, adapter=GuardedAdapter(network.gate))

    outcome = LinkChecker(network.gate, lambda: transport).check("https://alpha.example/page")

    assert (outcome.answer, outcome.reason) == (Answer.DEAD, "unreachable"), "the server on loopback speaks no TLS"
    assert world.connected == [PUBLIC]
