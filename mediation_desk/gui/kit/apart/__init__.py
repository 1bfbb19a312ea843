"""What strangers made is decoded apart: in a process of its own, with little memory, time and no network."""
