"""What holds for every test: how long an example takes says something about the machine, not about the program.

The examples of a property are the same in every run, so that a change is judged by what it changed. New ones are looked for
with ``pytest --hypothesis-profile=search``.
"""

from hypothesis import HealthCheck, settings

settings.register_profile("search", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("same", settings.get_profile("search"), derandomize=True)
settings.load_profile("same")
