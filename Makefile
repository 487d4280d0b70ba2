# Each command is a function of do.py, which also works without make: python do.py lab
# What a command takes goes into ARGS: make preview ARGS=00
PYTHON ?= python3

.PHONY: lab check test notebooks adopt expected agree spoil preview facts coverage schema blind handouts pictures pages export bundle bench pins clean
lab check test notebooks adopt expected agree spoil preview facts coverage schema blind handouts pictures pages export bundle bench pins clean:
	@$(PYTHON) do.py $@ $(ARGS)
