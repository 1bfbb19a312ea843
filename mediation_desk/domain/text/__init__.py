"""Text as people type and paste it: one way of making it storable, one of making it findable."""
