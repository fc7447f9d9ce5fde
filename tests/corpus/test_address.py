"""Addresses of servers: whatever form they have, no password is shown."""

from urllib.parse import quote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from resolint.corpus import BadCorpus, is_server, open_corpus, open_finder, shown
from tests.support.words import LEXICON

pytest.importorskip("psycopg")

SECRETS = st.text(
    st.characters(min_codepoint=33, max_codepoint=0x2FF, exclude_categories=("Cs",)), min_size=4, max_size=12
).map(lambda text: f"Q{text}Q")
HOSTS = st.sampled_from(["db.example.org", "127.0.0.1", "localhost:1", "a.example:1,b.example:2", "[::1]:1", ""])


def forms(secret: str, host: str) -> list[str]:
    """The ways to write an address with this password, some of them wrong as people write them."""
    escaped, plain = quote(secret, safe=""), secret.replace("\\", "\\\\").replace("'", "\\'")
    return [
        f"postgresql://editor:{escaped}@{host}/texts",
        f"postgres://editor:{secret}@{host}/texts",
        f"postgresql://:{escaped}@{host}/texts",
        f"postgresql://{host}/texts?user=editor&password={escaped}",
        f"postgresql://{host}/texts?password={secret}",
        f"postgresql:///texts?host=x&password={escaped}&sslpassword={escaped}",
        f"host=x password='{plain}' dbname=texts",
        f"password={secret} dbname=texts",
        f"dbname='postgresql://editor:{escaped}@x/texts'",
        f"dbname=texts password = '{plain}' user=editor",
        f"user=editor password='{plain}",
        f"POSTGRESQL://editor:{escaped}@{host}/texts",
        f"postgresql+driver://editor:{secret}@{host}/texts",
        f"mysql://editor:{escaped}@{host}/texts",
    ]


@given(secret=SECRETS, host=HOSTS)
@settings(max_examples=150, deadline=None)
def test_no_password_is_ever_shown(secret: str, host: str) -> None:
    for address in forms(secret, host):
        assert is_server(address)
        for part in (secret, quote(secret, safe=""), secret[1:-1]):
            assert part not in shown(address) or part in "postgresql://editor@texts…", address


@given(secret=SECRETS)
@settings(max_examples=15, deadline=None)
def test_no_password_is_shown_where_the_address_is_used(secret: str) -> None:
    for address in forms(secret, "127.0.0.1:1"):
        for opened in (lambda name: open_corpus(name, LEXICON), lambda name: open_finder([name], LEXICON)):
            with pytest.raises(BadCorpus) as caught:
                opened(address.replace("host=x", "host=127.0.0.1 port=1"))
            assert secret not in str(caught.value) and quote(secret, safe="") not in str(caught.value), address


def test_what_is_no_address_is_a_name() -> None:
    assert (
        shown("texts.sqlite") == "texts.sqlite"
        and not is_server("hosts.sqlite")
        and not is_server("C:/host")
        and not is_server("C://host")
    )
    assert shown("postgresql://editor@db.example.org:5433/texts") == "postgresql://editor@db.example.org:5433/texts"
    assert shown("host=db.example.org user=editor dbname=texts") == "postgresql://editor@db.example.org/texts"
