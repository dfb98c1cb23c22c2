CC = cc
CXX = c++
SWIFT_FLAGS = --explicit-target-dependency-import-check error
PACKAGES = build-essential libsimdjson-dev
RECORDING = Tests/Recordings/synapse-calls.jsonl
CASES = Tests/Recordings/chain-cases.jsonl

.PHONY: run test conformance modules generate lint lint-c lint-swift clean

# The main job: compiled modules decide over a recording of a real homeserver's callback calls.
run: modules
	swift build -c release --product gatehouse
	.build/release/gatehouse replay --config Plugins/gatehouse.yaml --expect $(RECORDING)

# Everything that can be proven here.
test: toolchains modules
	swift build --build-tests $(SWIFT_FLAGS)
	swift test
	.build/debug/gatehouse replay --config Plugins/gatehouse.yaml --expect $(RECORDING)
	.build/debug/Conformance $(CASES) build/test-modules
	Tests/Languages/run .build/debug/gatehouse

# Chain cases through real modules, compared with what Synapse's own chains did: make conformance CASES=FILE
conformance: modules
	@swift build --product Conformance
	@.build/debug/Conformance $(CASES) build/test-modules

# The files that are made from the catalogue.
generate:
	swift run gatehouse callbacks --swift Sources/Gatehouse/Calls/Typed --markdown Sources/Gatehouse/Gatehouse.docc/Reference

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
	$$(if $(wildcard $(1)/*.cpp),$$(CXX) -std=c++17,$$(CC) -std=c11) $$(MODULE_FLAGS) -o $$@ $$(filter %.c %.cpp,$$^)
endef

sources_in = $(sort $(patsubst %/,%,$(dir $(wildcard $(1)/*/*.c $(1)/*/*.cpp))))
library = $(subst -,_,$(notdir $(1))).so
$(foreach f,$(call sources_in,Plugins),$(eval $(call module,$(f),build/modules/$(call library,$(f)))))
$(foreach f,$(call sources_in,Tests/Modules),$(eval $(call module,$(f),build/test-modules/$(call library,$(f)))))

include Tests/BadModules/modules.mk
include Tests/Languages/languages.mk

# Each header compiles on its own, in both languages, and pads nothing: a field in padding would escape the size checks.
HEADER_FLAGS = -fsyntax-only -Wall -Wextra -Wpedantic -Wpadded -Werror -I include
compilers := $(foreach compiler,gcc clang,$(shell command -v $(compiler)))

lint: lint-swift lint-c

lint-swift:
	swift format lint --strict --recursive Package.swift Sources Tests

lint-c:
	@.ci/install clang-format
	@clang-format --dry-run -Werror $(shell find include Plugins Sources Tests -name '*.[ch]' -o -name '*.[ch]pp')
	@set -e; for compiler in $(compilers); do for header in $(headers:include/%=%); do \
		echo "#include <$$header>" | $$compiler -x c -std=c11 $(HEADER_FLAGS) -; \
		echo "#include <$$header>" | $$compiler -x c++ -std=c++17 $(HEADER_FLAGS) -; \
	done; done

# The promise, checked by machines: Tests/Contract/README.md. GATEHOUSE names the host, else the one built last.
.PHONY: contract contract-baseline contract-museum
contract: action = check
contract-baseline: action = baseline
contract-museum: action = museum
contract contract-baseline contract-museum:
	@.ci/install abigail-tools
	@python3 -B Tests/Contract/contract.py $(action) $(GATEHOUSE)
