# Each command is a function of do.py, which also works without make: python do.py lab
PYTHON ?= python3

.PHONY: lab test check bench notebooks expected adopt handouts bundle pins clean
lab test check bench notebooks expected adopt handouts bundle pins clean:
	@$(PYTHON) do.py $@ $(ARGS)
