# Votum: make demo shows it, make test proves it. Both set up what they need.
SHELL := /bin/bash
PREFIX ?= /usr/local
# How long make fuzz runs each target.
SECONDS ?= 60
# The same flags for demo and tests, so that one does not build the other's work anew.
FLAGS := -c release -Xswiftc -enable-testing
VOTUM := .build/release/votum

.PHONY: demo test build install format lint bench fuzz clean setup setup-tests

demo: build
	@echo "==> evaluating samples/erp-selection"
	@$(VOTUM) evaluate samples/erp-selection
	@echo "==> the report: $(CURDIR)/samples/erp-selection/out/report.html"

test: setup-tests
	@echo "==> building and running all tests (release, since numeric tests are slow in debug)"
	swift build --build-tests $(FLAGS)
	@scripts/run-tests $(FLAGS)

build: setup
	@echo "==> building votum (release)"
	@swift build $(FLAGS) --product votum

# On Linux libraries come from archives where there are some, and addresses are fixed when linking:
# both are work that every start of the program would do again.
ARCHIVES := $(CURDIR)/.build-install/archives
ifeq ($(shell uname),Linux)
LINKING := -Xswiftc -Xclang-linker -Xswiftc -no-pie
endif

install: setup
	@echo "==> building votum with the Swift library inside, so that it runs anywhere"
	@scripts/archives "$(ARCHIVES)"
	PKG_CONFIG_PATH="$(ARCHIVES):$$PKG_CONFIG_PATH" swift build -c release --product votum \
	  --static-swift-stdlib --scratch-path .build-install $(LINKING)
	install -d "$(DESTDIR)$(PREFIX)/bin"
	install -s -m 755 .build-install/release/votum "$(DESTDIR)$(PREFIX)/bin/votum"
	@echo "==> installed $(DESTDIR)$(PREFIX)/bin/votum"

format:
	swift format -i -r Package.swift Sources Tests

lint:
	swift format lint -s -r Package.swift Sources Tests

bench: setup
	@scripts/bench

fuzz: setup
	@SECONDS_EACH=$(SECONDS) scripts/fuzz

clean:
	rm -rf .build .build-install .build-bench .build-fuzz .peers .axe samples/*/out

setup:
	@scripts/setup libxml2-dev libssl-dev pkg-config

setup-tests:
	@scripts/setup libxml2-dev libssl-dev pkg-config chromium chromium-driver poppler-utils \
	  fonts-dejavu-core \
	  python3-pip
	@scripts/setup-axe
