# SPDX-License-Identifier: Apache-2.0
# Everything there is to do with this tree, one target each. `make help` lists them.

SHELL := /bin/sh
.DEFAULT_GOAL := help

SWIFT ?= swift
# The daemon brings its runtime along: half the start-up time and two thirds of the memory of the shared one.
SWIFTFLAGS ?= -c release --static-swift-stdlib -Xlinker --gc-sections -Xlinker -s
# So many random days each property of the planner lives through; `swift test` alone takes fewer.
DAYS ?= 10000
# Where `make install` takes the programs from.
BUILDDIR ?= .build/release

# ---- where things go ------------------------------------------------------------------------------------------
# An ordinary user installs for themselves, root for everybody.
ifeq ($(shell id -u),0)
PREFIX ?= /usr/local
else
PREFIX ?= $(HOME)/.local
endif
DESTDIR ?=
BINDIR ?= $(PREFIX)/bin

ifeq ($(PREFIX),$(HOME)/.local)
# Both are searched by the user's manager and session bus without any setting.
DATADIR ?= $(or $(XDG_DATA_HOME),$(PREFIX)/share)
SYSTEMDUSERUNITDIR ?= $(DATADIR)/systemd/user
CATALOGDIR =
else
DATADIR ?= $(PREFIX)/share
ifeq ($(PREFIX),/usr)
SYSTEMDUSERUNITDIR ?= $(or $(shell pkg-config --variable=systemduserunitdir systemd 2>/dev/null),/usr/lib/systemd/user)
else
SYSTEMDUSERUNITDIR ?= $(PREFIX)/lib/systemd/user
endif
# The journal reads catalogues from /usr and /usr/local only.
CATALOGDIR = $(PREFIX)/lib/systemd/catalog
endif
DOCDIR ?= $(DATADIR)/doc/hydrated

PROGRAMS := hydrated hydratectl
INTERFACE := systemd/org.hydrated.Hydrated1.xml
PICTURES := Sources/hydrated/Hydrated.docc/Resources
DOCUMENTS := Config/hydrated.conf README.md
EXAMPLES := $(wildcard Config/examples/*.scenario)

# Only what is installed: the tests have programs of their own.
compile = $(foreach program,$(PROGRAMS),$(SWIFT) build $(SWIFTFLAGS) --product $(program) &&) true

# Fills a template's places in: $(call fill,FROM,TO). Written whole, then moved: never half a unit.
fill = sed -e 's|@bindir@|$(BINDIR)|g' -e 's|@docdir@|$(DOCDIR)|g' $(1) >'$(DESTDIR)$(2).new' && \
	chmod 644 '$(DESTDIR)$(2).new' && mv '$(DESTDIR)$(2).new' '$(DESTDIR)$(2)'
folder = install -d '$(DESTDIR)$(1)'
put = install -m 644 $(1) '$(DESTDIR)$(2)/'

# Every file an installation consists of; uninstall removes exactly these.
INSTALLED = $(addprefix $(BINDIR)/,$(PROGRAMS)) \
	$(SYSTEMDUSERUNITDIR)/hydrated.service \
	$(DATADIR)/dbus-1/services/org.hydrated.Hydrated1.service \
	$(addprefix $(DATADIR)/dbus-1/interfaces/,$(notdir $(INTERFACE))) \
	$(DATADIR)/applications/hydrated.desktop \
	$(DATADIR)/icons/hicolor/scalable/apps/hydrated.svg \
	$(DATADIR)/icons/hicolor/symbolic/apps/hydrated-symbolic.svg \
	$(addprefix $(DOCDIR)/,$(notdir $(DOCUMENTS))) \
	$(addprefix $(DOCDIR)/examples/,$(notdir $(EXAMPLES))) \
	$(if $(CATALOGDIR),$(CATALOGDIR)/hydrated.catalog)

.PHONY: help deps build run test e2e screenshots bench lint format install uninstall clean

help: ## this list
	@echo 'make run      sets everything up and runs hydrated here, on a diary of its own under .build/'
	@echo 'make test     sets everything up and runs the tests'
	@echo
	@sed -n 's/^\([a-z0-9]*\):.*## \(.*\)/\1|\2/p' $(firstword $(MAKEFILE_LIST)) | \
		while IFS='|' read -r target text; do printf '  %-11s %s\n' "$$target" "$$text"; done
	@echo
	@echo 'PREFIX=$(PREFIX) BINDIR=$(BINDIR) SYSTEMDUSERUNITDIR=$(SYSTEMDUSERUNITDIR) DESTDIR=$(DESTDIR)'

deps: ## install the Debian packages that building, testing and measuring need
	@.ci/deps build run test e2e bench

build: ## build the release
	@.ci/deps build
	$(compile)

run: ## build, and run in the foreground; says what to type next
	@.ci/deps build run
	$(compile)
	@exec systemd/run-in-foreground $(BUILDDIR)

test: ## every test but those that need a boot
	@.ci/deps build run test
	HYDRATED_DAYS=$(DAYS) $(SWIFT) test
	@Tests/Install/run

e2e: ## the whole way on a booted Debian (needs root)
	@[ "$$(id -u)" = 0 ] || { echo "Booting a Debian tree needs root: sudo make e2e" >&2; exit 77; }
	@.ci/deps build e2e
	$(compile)
	@BUILDDIR=$(BUILDDIR) Tests/EndToEnd/run

screenshots: ## take the pictures of the documentation anew, on a booted Debian (needs root); look at them
	@[ "$$(id -u)" = 0 ] || { echo "Booting a Debian tree needs root: sudo make screenshots" >&2; exit 77; }
	@.ci/deps build e2e
	$(compile)
	@BUILDDIR=$(BUILDDIR) Tests/EndToEnd/run bubbles
	@install -m 644 .build/e2e/bubbles/bubble-*.png $(PICTURES)

bench: ## memory, threads, wake-ups and times, beside their references
	@.ci/deps build run bench
	$(compile)
	$(SWIFT) build $(SWIFTFLAGS) --product CoreBench
	@Tests/Bench/run $(BUILDDIR)

lint: ## formatting, walls between the modules, the unit
	@.ci/deps test
	$(SWIFT) format lint --strict --recursive Sources Tests Package.swift
	@Tests/Lint/run

format: ## put the sources into the project's format
	$(SWIFT) format --in-place --recursive Sources Tests Package.swift

install: ## install what `make build` made
	@for program in $(PROGRAMS); do test -x $(BUILDDIR)/$$program || { \
		echo "$(BUILDDIR)/$$program is not there: run 'make build' first (as yourself, not as root)." >&2; \
		exit 1; }; done
	$(call folder,$(BINDIR))
	install -m 755 $(addprefix $(BUILDDIR)/,$(PROGRAMS)) '$(DESTDIR)$(BINDIR)/'
	$(call folder,$(SYSTEMDUSERUNITDIR))
	$(call fill,systemd/hydrated.service.in,$(SYSTEMDUSERUNITDIR)/hydrated.service)
	$(call folder,$(DATADIR)/dbus-1/services)
	$(call fill,systemd/org.hydrated.Hydrated1.service.in,$(DATADIR)/dbus-1/services/org.hydrated.Hydrated1.service)
	$(call folder,$(DATADIR)/dbus-1/interfaces)
	$(call put,$(INTERFACE),$(DATADIR)/dbus-1/interfaces)
	$(call folder,$(DATADIR)/applications)
	$(call fill,systemd/hydrated.desktop.in,$(DATADIR)/applications/hydrated.desktop)
	$(call folder,$(DATADIR)/icons/hicolor/scalable/apps)
	$(call put,systemd/hydrated.svg,$(DATADIR)/icons/hicolor/scalable/apps)
	$(call folder,$(DATADIR)/icons/hicolor/symbolic/apps)
	$(call put,systemd/hydrated-symbolic.svg,$(DATADIR)/icons/hicolor/symbolic/apps)
	$(call folder,$(DOCDIR))
	$(call put,$(DOCUMENTS),$(DOCDIR))
	$(call folder,$(DOCDIR)/examples)
	$(call put,$(EXAMPLES),$(DOCDIR)/examples)
	$(if $(CATALOGDIR),$(call folder,$(CATALOGDIR)))
	$(if $(CATALOGDIR),$(call fill,systemd/hydrated.catalog.in,$(CATALOGDIR)/hydrated.catalog))
	@$(announce)

# A live system, not a package's staging folder, learns of the new files at once.
announce = { [ -n '$(DESTDIR)' ] && exit 0; \
	[ -z '$(CATALOGDIR)' ] || [ "$$(id -u)" != 0 ] || journalctl --update-catalog; \
	[ "$$(id -u)" = 0 ] || systemctl --user daemon-reload 2>/dev/null || true; \
	echo 'Installed. Each user starts it with: systemctl --user enable --now hydrated'; }

uninstall: ## remove what `make install` put there; the diary stays
	rm -f $(foreach path,$(INSTALLED),'$(DESTDIR)$(path)')
	-rmdir '$(DESTDIR)$(DOCDIR)/examples' '$(DESTDIR)$(DOCDIR)' 2>/dev/null
	@[ -n '$(DESTDIR)' ] || [ -z '$(CATALOGDIR)' ] || [ "$$(id -u)" != 0 ] || journalctl --update-catalog
	@[ -n '$(DESTDIR)' ] || [ "$$(id -u)" = 0 ] || systemctl --user daemon-reload 2>/dev/null || true

clean: ## remove what was built (the booted Debian tree too)
	rm -rf .build
