CC = cc
CXX = c++
SWIFT_FLAGS = --explicit-target-dependency-import-check error
PACKAGES = build-essential libffi-dev libre2-dev libsimdjson-dev libsqlite3-dev
RECORDING = Tests/Recordings/synapse-calls.jsonl
CASES = Tests/Recordings/chain-cases.jsonl
ADDRESS = 127.0.0.1:8008

.PHONY: run test conformance modules generate lint lint-c lint-swift clean

# The main job: compiled modules decide over a recording of a real homeserver's callback calls. ARGS=serve goes on to
# answer calls on ADDRESS, until Ctrl-C.
run: modules
	swift build -c release --product gatehouse
	.build/release/gatehouse replay --config Plugins/gatehouse.yaml --expect $(RECORDING)
	$(if $(filter serve,$(ARGS)),.build/release/gatehouse serve --config Plugins/gatehouse.yaml --listen $(ADDRESS))

# Everything that can be proven here.
test: toolchains libraries modules bad-modules
	swift build --build-tests $(SWIFT_FLAGS)
	swift test
	.build/debug/gatehouse replay --config Plugins/gatehouse.yaml --expect $(RECORDING)
	.build/debug/Conformance $(CASES) build/test-modules
	Tests/Differential/run .build/debug/Conformance build/test-modules
	Tests/Languages/run .build/debug/gatehouse
	Tests/Examples/Billing/run
	Tests/Serving/run .build/debug/gatehouse
	Tests/Serving/openapi .build/debug/gatehouse
	Tests/Serving/antispam .build/debug/gatehouse
	Tests/Serving/load .build/debug/gatehouse 20
	Tests/Synapse/run .build/debug/gatehouse
	$(MAKE) contract GATEHOUSE=.build/debug/gatehouse
	Tests/Author/run .build/debug/gatehouse
	$(MAKE) ceilings sanitize fuzz

# Libraries that tests adopt.
.PHONY: libraries
libraries:
	@.ci/install libcrack2 cracklib-runtime

# A Synapse that compiled modules moderate, from nothing: shows whom they refuse, and says how to connect a client.
.PHONY: synapse-demo
synapse-demo: modules
	swift build -c release --product gatehouse
	$$(Tests/Synapse/venv) -B Tests/Synapse/demo.py .build/release/gatehouse

# What a call of the host costs inside Synapse's process, and what modules cost a homeserver, in Python and compiled.
.PHONY: bench-synapse
bench-synapse: modules
	swift build -c release --product gatehouse
	$$(Tests/Synapse/venv) -B Tests/Synapse/latency.py
	$$(Tests/Synapse/venv) -B Tests/Synapse/benchmark.py .build/release/gatehouse

# Chain cases through real modules, compared with what Synapse's own chains did: make conformance CASES=FILE
conformance: modules
	@swift build --product Conformance
	@.build/debug/Conformance $(CASES) build/test-modules

# Random chains through Synapse's real classes and through real modules, compared: make differential CHAINS=1000000 SEED=2
CHAINS = 20000
SEED = 1
.PHONY: differential
differential: modules
	swift build -c release --product Conformance
	Tests/Differential/run .build/release/Conformance build/test-modules --chains $(CHAINS) --seed $(SEED)

# What a call of a function costs whose signature is known only at run time: direct, in registers, through libffi.
.PHONY: bench-calls
bench-calls: | packages
	@swift run -q -c release CallBenchmark

# Everything side by side with what it is compared with, as a table: Tests/Benchmarks/README.md. BENCH="--only calls"
BENCH =
.PHONY: bench
bench: | packages
	@python3 -B Tests/Benchmarks/bench $(BENCH)

# What does not depend on the machine: instructions, allocations, retains and clock reads, against their ceilings.
.PHONY: ceilings
ceilings: | packages
	@python3 -B Tests/Benchmarks/ceilings.py

# The files that are made from the catalogue.
generate:
	swift run gatehouse callbacks --swift Sources/Gatehouse/Calls/Typed \
		--markdown Sources/Gatehouse/Gatehouse.docc/Reference --porting Sources/Gatehouse/Gatehouse.docc/Porting

clean:
	rm -rf .build build

# Modules are no part of the Swift package: they are built as their authors build them, against include/ alone.
MODULE_FLAGS = -O2 -g -fPIC -shared -fvisibility=hidden -Wall -Wextra -Wpedantic -Werror -I include

headers := $(wildcard include/gatehouse/*.h)

modules: | packages

.PHONY: packages
packages:
	@.ci/install $(PACKAGES)

# $(call module,FOLDER,LIBRARY): all C or C++ sources of a folder make one module.
define module
modules: $(2)
$(2): $(wildcard $(1)/*.[ch] $(1)/*.[ch]pp) $(headers) Makefile
	@mkdir -p $$(@D)
	$$(if $(wildcard $(1)/*.cpp),$$(CXX) -std=c++17,$$(CC) -std=c11) $$(MODULE_FLAGS) -o $$@ $$(filter %.c %.cpp,$$^) $$(MODULE_LIBRARIES)
endef

sources_in = $(sort $(patsubst %/,%,$(dir $(wildcard $(1)/*/*.c $(1)/*/*.cpp))))
library = $(subst -,_,$(notdir $(1))).so
$(foreach f,$(call sources_in,Plugins),$(eval $(call module,$(f),build/modules/$(call library,$(f)))))
$(foreach f,$(call sources_in,Tests/Modules),$(eval $(call module,$(f),build/test-modules/$(call library,$(f)))))

# What a module links beside its own sources.
build/modules/directory_login.so: MODULE_LIBRARIES = -lcrypt
build/modules/user_restrictions.so: MODULE_LIBRARIES = -lre2

include Tests/BadModules/modules.mk
include Tests/Languages/languages.mk

# Each header compiles on its own, in both languages, and pads nothing: a field in padding would escape the size checks.
HEADER_FLAGS = -fsyntax-only -Wall -Wextra -Wpedantic -Wpadded -Werror -I include
compilers := $(foreach compiler,gcc clang,$(shell command -v $(compiler)))

lint: lint-swift lint-c lint-porting

lint-swift:
	swift format lint --strict --recursive Package.swift Sources Tests

# What the porting pages tell people to write compiles.
.PHONY: lint-porting
lint-porting:
	@Tests/Porting/compile

lint-c:
	@.ci/install clang-format
	@clang-format --dry-run -Werror $(shell find include Plugins Sources Tests -name '*.[ch]' -o -name '*.[ch]pp')
	@set -e; for compiler in $(compilers); do for header in $(headers:include/%=%); do \
		echo "#include <$$header>" | $$compiler -x c -std=c11 $(HEADER_FLAGS) -; \
		echo "#include <$$header>" | $$compiler -x c++ -std=c++17 $(HEADER_FLAGS) -; \
	done; done
	@set -e; for compiler in $(compilers); do \
		sed -n '/^```c$$/,/^```$$/{//!p}' README.md | $$compiler -x c -std=c11 $(HEADER_FLAGS) -; \
	done

# The promise, checked by machines: Tests/Contract/README.md. GATEHOUSE names the host, else the one built last.
.PHONY: contract contract-baseline contract-museum
contract: action = check
contract-baseline: action = baseline
contract-museum: action = museum
contract contract-baseline contract-museum:
	@.ci/install abigail-tools
	@python3 -B Tests/Contract/frozen_tests.py -q
	@python3 -B Tests/Contract/contract.py $(action) $(GATEHOUSE)

# -- Sanitizers and fuzzing --------------------------------------------------------------------------------------------

# The core's tests under the address sanitizer (undefined behaviour with it) and the thread sanitizer.
.PHONY: sanitize sanitize-address sanitize-thread c-modules fuzz
sanitize: sanitize-address sanitize-thread
sanitize-address sanitize-thread: sanitize-%: | packages
	Tests/Sanitizers/run $*

# Modules with SANITIZE as their flags.
MODULE_FLAGS += $(SANITIZE)
c-modules: $(foreach f,$(call sources_in,Plugins),build/modules/$(call library,$(f)))
c-modules: $(foreach f,$(call sources_in,Tests/Modules),build/test-modules/$(call library,$(f)))

# Each fuzz target for a while, from its corpus: make fuzz SECONDS=60 FUZZ=Replies
SECONDS = 60
fuzz: | packages
	Tests/Fuzzing/fuzz $(SECONDS) $(FUZZ)

# Load on a server whose modules refuse, fail, answer late and hang: does it keep memory or descriptors?
.PHONY: load
load: modules
	swift build -c release --product gatehouse
	Tests/Serving/load .build/release/gatehouse $(SECONDS)

# -- install: for module authors and operators -----------------------------------------------------------------------
# make install PREFIX=/usr/local DESTDIR=; BINARY names a gatehouse that is built already.
PREFIX = /usr/local
BINDIR = $(PREFIX)/bin
INCLUDEDIR = $(PREFIX)/include
LIBDIR = $(PREFIX)/lib
DATADIR = $(PREFIX)/share
UNITDIR = $(LIBDIR)/systemd/system
BINARY ?= .build/release/gatehouse

manual_page = $(DATADIR)/man/man1/gatehouse.1
package_file = $(LIBDIR)/pkgconfig/gatehouse.pc
completions = bash:bash-completion/completions/gatehouse zsh:zsh/site-functions/_gatehouse \
	fish:fish/vendor_completions.d/gatehouse.fish

.PHONY: install uninstall release author
install: $(if $(filter .build/release/gatehouse,$(BINARY)),release)
	install -d $(DESTDIR)$(LIBDIR)/gatehouse/modules
	cd include && find gatehouse -name '*.h' -o -name '*.hpp' | \
		xargs -I % install -D -m 644 % $(DESTDIR)$(INCLUDEDIR)/%
	sed 's|gatehouse/gatehouse.h|gatehouse.h|' include/module.modulemap >$(DESTDIR)$(INCLUDEDIR)/gatehouse/module.modulemap
	install -D -m 755 $(BINARY) $(DESTDIR)$(BINDIR)/gatehouse
	install -d $(dir $(DESTDIR)$(manual_page) $(DESTDIR)$(package_file))
	$(BINARY) manual >$(DESTDIR)$(manual_page)
	install -d $(DESTDIR)$(UNITDIR)
	sed 's|/usr/local/bin/|$(BINDIR)/|' Sources/GatehouseServer/Units/gatehouse.service \
		>$(DESTDIR)$(UNITDIR)/gatehouse.service
	install -m 644 Sources/GatehouseServer/Units/gatehouse.socket $(DESTDIR)$(UNITDIR)
	@echo 'writing $(DESTDIR)$(package_file)'
	@version=$$($(BINARY) --version) && printf '%s\n' 'prefix=$(PREFIX)' 'includedir=$(INCLUDEDIR)' 'libdir=$(LIBDIR)' \
		'moduledir=$${libdir}/gatehouse/modules' '' 'Name: gatehouse' \
		'Description: Compiled modules for Matrix homeservers: the headers to write one with' \
		"Version: $$version" 'Cflags: -I$${includedir}' >$(DESTDIR)$(package_file)
	@set -e; for shell in $(completions); do file=$(DESTDIR)$(DATADIR)/$${shell#*:}; install -d $$(dirname $$file); \
		echo "writing $$file"; $(BINARY) --generate-completion-script $${shell%%:*} >$$file; done

# Modules that somebody put into the modules' folder stay.
uninstall:
	rm -rf $(DESTDIR)$(INCLUDEDIR)/gatehouse
	rm -f $(DESTDIR)$(BINDIR)/gatehouse $(DESTDIR)$(manual_page) $(DESTDIR)$(package_file) \
		$(addprefix $(DESTDIR)$(UNITDIR)/gatehouse.,service socket) \
		$(foreach shell,$(completions),$(DESTDIR)$(DATADIR)/$(lastword $(subst :, ,$(shell))))
	-rmdir $(DESTDIR)$(LIBDIR)/gatehouse/modules $(DESTDIR)$(LIBDIR)/gatehouse

release:
	swift build -c release --product gatehouse

# The guide "Write a module", command by command, against an installed copy; the harness of testing.h.
author:
	@Tests/Author/run
# -- end of install --------------------------------------------------------------------------------------------------
