"""Two offices with a referral between them, as the services try them."""

from tests.services.referral.conftest import between, founded_exchange

__all__ = ["between", "founded_exchange"]
