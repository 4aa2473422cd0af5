# Votum: make demo shows it, make test proves it. Both set up what they need.
SHELL := /bin/bash
PREFIX ?= /usr/local
BUILD := .build
RELEASE := swift build -c release --product votum
VOTUM := $(BUILD)/release/votum

.PHONY: demo test build install format lint bench clean setup setup-tests

demo: build
	@echo "==> evaluating samples/erp-selection"
	@$(VOTUM) evaluate samples/erp-selection
	@echo "==> the report: $(CURDIR)/samples/erp-selection/out/report.html"

test: setup-tests
	@echo "==> building and running all tests (release, since numeric tests are slow in debug)"
	swift build --build-tests -c release -Xswiftc -enable-testing --product votum
	swift test -c release -Xswiftc -enable-testing

build: setup
	@echo "==> building votum (release)"
	@$(RELEASE)

install: setup
	@echo "==> building votum with the Swift library inside, so that it runs anywhere"
	$(RELEASE) --static-swift-stdlib --scratch-path .build-install
	install -d "$(DESTDIR)$(PREFIX)/bin"
	install -m 755 .build-install/release/votum "$(DESTDIR)$(PREFIX)/bin/votum"
	@echo "==> installed $(DESTDIR)$(PREFIX)/bin/votum"

format:
	swift format -i -r Package.swift Sources Tests

lint:
	swift format lint -s -r Package.swift Sources Tests

bench: setup
	@scripts/bench

clean:
	rm -rf .build .build-install .build-bench .peers samples/*/out

setup:
	@scripts/setup libxml2-dev libssl-dev pkg-config

setup-tests:
	@scripts/setup libxml2-dev libssl-dev pkg-config chromium poppler-utils
