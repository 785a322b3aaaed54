# Each target is a script; read scripts/ for what it does.
PREFIX ?= /usr/local
.PHONY: site test soak install bench csl-suite vectors fuzz lint format clean

site:
	@scripts/site

test:
	@scripts/test

# Random edits against builds from nothing, and 200 killed builds: make soak, make soak MINUTES=120
soak:
	@scripts/soak $(MINUTES)

install:
	@scripts/install "$(PREFIX)"

# make bench, make bench-wounds, make bench-pdf, …
bench:
	@scripts/bench $(ARGS)

bench-%:
	@scripts/bench-$* $(ARGS)

# Fixtures that fail are listed and counted; only a suite that can't be run is an error here.
csl-suite:
	@scripts/csl-suite "$(DIR)" || test $$? = 1

vectors:
	@scripts/vectors "$(DIR)"

# make fuzz, make fuzz MINUTES=1
fuzz:
	@scripts/fuzz $(MINUTES)

lint:
	@scripts/lint

format:
	@swift format --in-place --recursive Sources Tests Package.swift

clean:
	@swift package clean
	@rm -rf .build/sample .casebook
