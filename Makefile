CC = cc
CXX = c++
MODULE_FLAGS = -O2 -g -fPIC -shared -fvisibility=hidden -Wall -Wextra -Wpedantic -Werror -I include

headers := $(wildcard include/gatehouse/*.h)

.PHONY: modules lint-c

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

# Each header compiles on its own, in both languages, and pads nothing: a field in padding would escape the size checks.
HEADER_FLAGS = -fsyntax-only -Wall -Wextra -Wpedantic -Wpadded -Werror -I include
compilers := $(foreach compiler,gcc clang,$(shell command -v $(compiler)))

lint-c:
	@clang-format --dry-run -Werror $(shell find include Plugins Sources Tests -name '*.[ch]' -o -name '*.[ch]pp')
	@set -e; for compiler in $(compilers); do for header in $(headers:include/%=%); do \
		echo "#include <$$header>" | $$compiler -x c -std=c11 $(HEADER_FLAGS) -; \
		echo "#include <$$header>" | $$compiler -x c++ -std=c++17 $(HEADER_FLAGS) -; \
	done; done
