from __future__ import annotations

import pytest

from onrecord.errors import FetchError
from onrecord.sources.addresses import Address, checked, is_public, look_up, parse_url

PUBLIC = "93.184.216.34"


def error_of(url: str) -> str:
    with pytest.raises(FetchError) as caught:
        parse_url(url)
    assert caught.value.where == url
    return caught.value.reason


@pytest.mark.parametrize(
    ("url", "scheme", "host", "port", "target"),
    [
        ("http://harbor.example", "http", "harbor.example", 80, "/"),
        ("HTTPS://Harbor.Example/a?b=c#d", "https", "harbor.example", 443, "/a?b=c"),
        ("http://harbor.example:8080/é ü".replace(" ", ""), "http", "harbor.example", 8080, "/%C3%A9%C3%BC"),
        ("http://bücher.example/%20", "http", "xn--bcher-kva.example", 80, "/%20"),
        ("http://[2606:2800::1]/", "http", "2606:2800::1", 80, "/"),
        ("http://harbor.example.?a", "http", "harbor.example.", 80, "/?a"),
    ],
)
def test_an_address_is_taken_apart(url, scheme, host, port, target):
    address = parse_url(url)
    assert (address.scheme, address.host, address.port, address.target) == (scheme, host, port, target)
    assert address.url == url.partition("#")[0]


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("file:///etc/passwd", "only http and https are fetched, not file"),
        ("ftp://harbor.example/a", "not ftp"),
        ("data:text/html,no", "not data"),
        ("gopher://127.0.0.1:70/", "not gopher"),
        ("harbor.example/a", "an address without either"),
        ("//harbor.example/a", "an address without either"),
        ("http://", "names no host"),
        ("http:///a", "names no host"),
        ("http://user:word@harbor.example/", "user name or password"),
        ("http://harbor.example\\@127.0.0.1/", "user name or password"),
        ("http://harbor.example/a b", "white space"),
        ("http://harbor.example/a\r\nHost: lake.example", "white space or control"),
        ("http://harbor.example:99999/", "no address"),
        ("http://harbor.example:no/", "no address"),
        ("http://[::1", "no address"),
        ("http://harbor%2eexample/", "no name of a host"),
        ("http://harbor,example/", "no name of a host"),
        ("http://-a/", "no name of a host"),
        ("http://" + "a" * 300 + "/", "no name of a host"),
    ],
)
def test_what_is_no_address_of_a_page_is_an_error(url, reason):
    assert reason in error_of(url)


NOT_PUBLIC = """0.0.0.0 0.1.2.3 10.0.0.1 100.64.0.1 100.100.100.200
    127.0.0.1 127.255.255.254 168.63.129.16 169.254.169.254
    172.16.0.1 172.31.255.255 192.0.0.192 192.0.2.1 192.88.99.1 192.168.1.1 198.18.0.1 198.51.100.1
    203.0.113.1 224.0.0.1 239.255.255.250 240.0.0.1 255.255.255.255 :: ::1 ::7f00:1 ::ffff:127.0.0.1
    ::ffff:8.8.8.8 64:ff9b::7f00:1 64:ff9b::808:808 64:ff9b:1::1 100::1 2001::1 2001:db8::1 2002:7f00:1::1
    2002:808:808::1 3fff::1 5f00::1 fc00::1 fd00:ec2::254 fe80::1 fe80::1%eth0 fec0::1 ff02::1 no 127.1
    2130706433 0x7f000001"""


@pytest.mark.parametrize("ip", NOT_PUBLIC.split())
def test_an_address_that_is_not_public_is_told(ip):
    assert not is_public(ip)


@pytest.mark.parametrize("ip", [PUBLIC, "8.8.8.8", "172.32.0.1", "100.128.0.1", "2606:2800:220:1::1", "2a00:1450::1"])
def test_an_address_that_is_public_is_told(ip):
    assert is_public(ip)


def address(url: str = "http://harbor.example/") -> Address:
    return parse_url(url)


def test_the_numbers_that_were_checked_are_kept():
    found = checked(address(), resolve=lambda host, port: [PUBLIC, "2606:2800::1"])
    assert found.ips == (PUBLIC, "2606:2800::1")
    assert found.host == "harbor.example"


@pytest.mark.parametrize("ips", [["127.0.0.1"], [PUBLIC, "169.254.169.254"], ["::ffff:10.0.0.1", PUBLIC]])
def test_one_address_that_is_not_public_is_enough_to_refuse_a_host(ips):
    with pytest.raises(FetchError, match=r"which is no public address; pass --allow-private") as caught:
        checked(address(), resolve=lambda host, port: ips)
    assert caught.value.where == "http://harbor.example/"
    assert checked(address(), resolve=lambda host, port: ips, allow_private=True).ips == tuple(ips)


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::1]", "2130706433", "0x7f.1", "0", "169.254.169.254"])
def test_a_number_in_any_notation_is_looked_up_and_refused(host):
    with pytest.raises(FetchError, match=r"no public address|not known"):
        checked(address(f"http://{host}/"), resolve=look_up)


@pytest.mark.parametrize("port", [0, 22, 25, 1023])
def test_ports_of_other_services_are_refused(port):
    with pytest.raises(FetchError, match=f"port {port} is not one of the web's"):
        checked(address(f"http://harbor.example:{port}/"), resolve=lambda host, port: [PUBLIC])


def test_a_host_that_is_not_known_is_an_error():
    def unknown(host: str, port: int) -> list[str]:
        raise OSError("no such host")

    with pytest.raises(FetchError, match=r"the host harbor\.example is not known \(no such host\)"):
        checked(address(), resolve=unknown)
    with pytest.raises(FetchError, match="has no address"):
        checked(address(), resolve=lambda host, port: [])
