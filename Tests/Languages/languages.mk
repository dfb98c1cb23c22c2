# Modules in Swift, Rust and Go: one a folder, build/modules/NAME.so, where the toolchain is found. Where it is missing,
# all else is made without them.
SWIFT_MODULE = swiftc -O -swift-version 6 -warnings-as-errors -parse-as-library -emit-library -static-stdlib -I include
RUST_MODULE = rustc --edition 2021 --crate-type cdylib -O
GO_MODULE = CGO_CFLAGS="-O2 -g -I $(CURDIR)/include" go build -buildvcs=false -buildmode=c-shared

# $(call with,TOOLCHAIN,COMMAND)
with = @mkdir -p $(@D); if command -v $(1) >/dev/null; then echo '$(2)'; $(2); else echo "No $(1): without $@"; fi

# $(call languages_in,FOLDER,SUFFIX): folders in FOLDER with files like that.
languages_in = $(sort $(patsubst %/,%,$(dir $(wildcard $(1)/*/$(2)))))

# $(call swift_module,FOLDER,LIBRARY), and so on. `shared_FOLDER` is what it uses of others.
define swift_module
modules: $(2)
$(2): $(wildcard $(1)/*.swift) $(shared_$(1)) $(headers) Tests/Languages/languages.mk
	$$(call with,swiftc,$(SWIFT_MODULE) -module-name $(subst -,_,$(notdir $(1))) -o $$@ $$(filter %.swift,$$^))
endef

define rust_module
modules: $(2)
$(2): $(wildcard $(1)/*.rs $(1)/*/*.rs) $(shared_$(1)) Tests/Languages/languages.mk
	$$(call with,rustc,$(RUST_MODULE) --crate-name $(subst -,_,$(notdir $(1))) -o $$@ $(1)/module.rs)
endef

define go_module
modules: $(2)
$(2): $(wildcard $(1)/go.mod $(1)/*.go $(1)/*/*.go $(1)/*/*.[ch]) $(shared_$(1)) $(headers) Tests/Languages/languages.mk
	$$(call with,go,cd $(1) && $(GO_MODULE) -o $(CURDIR)/$$@ .)
endef

shared_Tests/Languages/faulty-swift = Plugins/greeter/Contract.swift
shared_Tests/Languages/faulty-rust = $(wildcard Plugins/invite-guard/gatehouse/*)
shared_Tests/Languages/faulty-go = $(wildcard Plugins/topic-keeper/gatehouse/*)

define languages
$(foreach f,$(call languages_in,$(1),*.swift),$(eval $(call swift_module,$(f),$(2)/$(call library,$(f)))))
$(foreach f,$(call languages_in,$(1),module.rs),$(eval $(call rust_module,$(f),$(2)/$(call library,$(f)))))
$(foreach f,$(call languages_in,$(1),go.mod),$(eval $(call go_module,$(f),$(2)/$(call library,$(f)))))
endef
$(call languages,Plugins,build/modules)
$(call languages,Tests/Languages,build/test-modules)
$(foreach f,$(call sources_in,Tests/Languages),$(eval $(call module,$(f),build/test-modules/$(call library,$(f)))))

# The C++ modules over gatehouse.hpp.
cpp_headers := $(wildcard include/gatehouse/*.hpp include/gatehouse/cpp/*.hpp)
build/modules/link_filter.so build/test-modules/faulty_cpp.so: $(cpp_headers)

# What `make test` installs where it can. Without them their tests are skipped.
.PHONY: toolchains languages lint-languages
toolchains:
	@command -v rustc >/dev/null || .ci/install rustc || true
	@command -v go >/dev/null || .ci/install golang-go || true

# All five languages in one process; HOST is the host, else what was built last.
languages: modules
	@Tests/Languages/run $(HOST)

lint: lint-languages
lint-languages:
	@set -e; for compiler in $(compilers); do for header in $(cpp_headers); do \
		echo "#include \"$$header\"" | $$compiler -x c++ -std=c++17 -fsyntax-only -Wall -Wextra -Wpedantic -Werror -I . -; \
	done; done
	@swift format lint --strict --recursive Plugins
	@! command -v rustfmt >/dev/null || rustfmt --check --edition 2021 $(wildcard Plugins/*/*.rs Tests/Languages/*/*.rs)
	@! command -v gofmt >/dev/null || test -z "$$(gofmt -l Plugins Tests/Languages)"
