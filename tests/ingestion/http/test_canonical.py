"""One spelling for every URL, frozen by example and by property."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingestion.http.canonical import UrlError, canonical_url, is_person_space, redact_url


@pytest.mark.parametrize(
    ("url", "canonical"),
    [
        ("http://Peda.NET:80/hankkeet/elotori", "https://peda.net/hankkeet/elotori"),
        ("https://peda.net:443/a#kohta", "https://peda.net/a"),
        (" https://peda.net/a\n", "https://peda.net/a"),
        ("https://peda.net", "https://peda.net/"),
        ("https://peda.net/a/", "https://peda.net/a/"),
        ("https://peda.net./a", "https://peda.net/a"),
        ("https://x.fi/a%3Aatom", "https://x.fi/a:atom"),
        ("https://x.fi/a/../b", "https://x.fi/b"),
        ("https://x.fi/säätiö", "https://x.fi/s%C3%A4%C3%A4ti%C3%B6"),
        ("https://x.fi/s%c3%a4", "https://x.fi/s%C3%A4"),
        ("https://x.fi/a?tunnus=OKM044:00/2021", "https://x.fi/a?tunnus=OKM044%3A00%2F2021"),
        ("https://x.fi/a?tunnus=OKM044%3A00%2F2021", "https://x.fi/a?tunnus=OKM044%3A00%2F2021"),
        ("https://x.fi/a?b=2&a=1", "https://x.fi/a?a=1&b=2"),
        ("https://x.fi/a?lang=sv&PHPSESSID=0a1b", "https://x.fi/a?lang=sv"),
        ("https://x.fi/a;jsessionid=0A1B.n1?x=1", "https://x.fi/a?x=1"),
        ("https://x.fi/a;jsessionid=0A1B/b", "https://x.fi/a/b"),
        ("https://x.fi/a?utm_source=u&UTM_medium=m&fbclid=f&id=7", "https://x.fi/a?id=7"),
        (
            "https://x.fi/-/a?p_p_id=122_INSTANCE_x&p_p_state=max&redirect=%2Fb&_122_redirect=%2F"
            "&p_r_p_564233524_categoryId=14398",
            "https://x.fi/-/a?p_r_p_564233524_categoryId=14398",
        ),
        ("https://x.fi/a?nimi=m%E4%E4r%E4", "https://x.fi/a?nimi=m%E4%E4r%E4"),
        ("http://x.fi:8080/a", "http://x.fi:8080/a"),
        ("https://öljy.example.fi/", "https://xn--ljy-rna.example.fi/"),
    ],
)
def test_canonical(url: str, canonical: str) -> None:
    assert canonical_url(url) == canonical
    assert canonical_url(canonical) == canonical


@pytest.mark.parametrize(
    "url",
    ["", "/a", "mailto:a@example.fi", "javascript:x", "ftp://x.fi/", "https://", "https://[x",
     "https://u:p@x.fi/", "https://x.fi:port/"],
)  # fmt: skip
def test_no_public_url(url: str) -> None:
    with pytest.raises(UrlError):
        canonical_url(url)


_WEIRD = st.text(alphabet="aä/%2F3A:;=&?+#. ~é€\\\u00a0\t_-jsesutm@[]", max_size=40)


@settings(max_examples=1000, deadline=None)
@given(
    scheme=st.sampled_from(["http", "https", "HTTPS"]),
    host=st.sampled_from(["peda.net", "WWW.x.fi", "x.fi:80", "x.fi:443", "x.fi:8080", "äö.fi"]),
    path=_WEIRD | st.text(max_size=30),
    query=_WEIRD | st.text(max_size=30),
)
def test_canonical_is_idempotent(scheme: str, host: str, path: str, query: str) -> None:
    try:
        once = canonical_url(f"{scheme}://{host}/{path}?{query}")
    except UrlError:
        return
    assert canonical_url(once) == once
    parts = urlsplit(once)
    assert parts.fragment == ""
    assert parts.netloc == parts.netloc.lower()
    assert once.isascii()


@settings(max_examples=1000, deadline=None)
@given(st.text(max_size=60))
def test_any_text_is_a_url_or_an_error(text: str) -> None:
    try:
        once = canonical_url(text)
    except UrlError:
        return
    assert canonical_url(once) == once


@settings(max_examples=1000, deadline=None)
@given(
    pairs=st.lists(
        st.tuples(st.sampled_from(["a", "b", "lang", "id"]), st.text("xyä /:", max_size=5)),
        max_size=5,
    ),
    seed=st.randoms(use_true_random=False),
)
def test_order_and_visitor_parameters_do_not_matter(
    pairs: list[tuple[str, str]], seed: object
) -> None:
    from urllib.parse import urlencode

    mixed = [*pairs, ("utm_campaign", "k"), ("PHPSESSID", "1"), ("p_p_mode", "view")]
    seed.shuffle(mixed)  # type: ignore[attr-defined]
    plain = canonical_url(f"https://x.fi/a?{urlencode(pairs)}")
    assert canonical_url(f"https://x.fi/a?{urlencode(mixed)}#k") == plain


@pytest.mark.parametrize(
    ("url", "redacted"),
    [
        ("https://peda.net/p/Meri%20Esimerkki/sivu:atom", "https://peda.net/p/redacted"),
        ("https://peda.net/p/meri%40example.fi", "https://peda.net/p/redacted"),
        ("https://x.fi/a/meri.e%40example.fi/b", "https://x.fi/a/redacted/b"),
        ("https://x.fi/a?mail=meri@example.fi&b=1", "https://x.fi/a?mail=redacted&b=1"),
        ("https://meri:salainen@x.fi/a", "https://x.fi/a"),
        ("https://x.fi/hankkeet/p/a", "https://x.fi/hankkeet/p/a"),
        ("https://x.fi/p", "https://x.fi/p"),
        ("https://[x", "redacted"),
    ],
)
def test_redact(url: str, redacted: str) -> None:
    assert redact_url(url) == redacted
    assert redact_url(redacted) == redacted
    assert is_person_space(url) == (url != redacted)


@settings(max_examples=1000, deadline=None)
@given(_WEIRD)
def test_redact_is_idempotent_and_never_fails(text: str) -> None:
    once = redact_url(f"https://peda.net/{text}")
    assert redact_url(once) == once
