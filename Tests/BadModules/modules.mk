# Bad modules: build/bad-modules/NAME.so, each from one source, or from a good module by what is done to it here.
# Their warnings are off, since the compiler would find some of the mistakes, and its optimiser would make more of them.
BAD = build/bad-modules
BAD_FLAGS = $(MODULE_FLAGS) -O0 -w -pthread

bad_sources := $(wildcard Tests/BadModules/*/*.c Tests/BadModules/*/*.cpp)
bad_files := not_elf empty truncated other_architecture object_file program writable section_headers_stripped
.PHONY: bad-modules
bad-modules: $(patsubst %,$(BAD)/%.so,$(basename $(notdir $(bad_sources))) $(bad_files))

vpath %.c $(sort $(dir $(bad_sources)))
vpath %.cpp $(sort $(dir $(bad_sources)))

$(BAD)/%.so: %.c Tests/BadModules/bad.h $(headers)
	@mkdir -p $(@D)
	@$(CC) -std=c11 $(BAD_FLAGS) -o $@ $< $(BAD_LIBRARIES)

$(BAD)/%.so: %.cpp Tests/BadModules/bad.h $(headers)
	@mkdir -p $(@D)
	@$(CXX) -std=c++17 $(BAD_FLAGS) -o $@ $< $(BAD_LIBRARIES)

$(BAD)/stack_buffer.so: BAD_FLAGS += -fstack-protector-all
$(BAD)/executable_stack.so: BAD_FLAGS += -Wl,-z,execstack

# A locale that a system need not have, in which numbers have a comma.
$(BAD)/locale.so: BAD_FLAGS += -DLOCALES='"$(abspath $(BAD)/locales)"'
$(BAD)/locale.so: $(BAD)/locales/tr_TR.UTF-8/LC_NUMERIC
$(BAD)/locales/tr_TR.UTF-8/LC_NUMERIC:
	@.ci/install locales
	@mkdir -p $(BAD)/locales
	@localedef -i tr_TR -f UTF-8 $(BAD)/locales/tr_TR.UTF-8

# A library in a place that the loader is not told of, or only through $ORIGIN.
$(BAD)/library_missing.so $(BAD)/library_beside.so: BAD_LIBRARIES = -L $(BAD)/elsewhere -lelsewhere
$(BAD)/library_beside.so: BAD_FLAGS += -Wl,-rpath,'$$ORIGIN/elsewhere'
$(BAD)/library_missing.so $(BAD)/library_beside.so: $(BAD)/elsewhere/libelsewhere.so
$(BAD)/elsewhere/libelsewhere.so:
	@mkdir -p $(@D)
	@echo 'void elsewhere(void) {}' | $(CC) -shared -fPIC -o $@ -x c -

# A library in a known place, which happens to be a module.
$(BAD)/symbol_of_another.so: BAD_LIBRARIES = -Wl,--no-as-needed -L $(BAD)/elsewhere -lanother
$(BAD)/symbol_of_another.so: BAD_FLAGS += -Wl,-rpath,$(abspath $(BAD)/elsewhere)
$(BAD)/symbol_of_another.so: $(BAD)/elsewhere/libanother.so
$(BAD)/elsewhere/libanother.so: build/modules/list_spam_checker.so
	@mkdir -p $(@D)
	@cp $< $@

# Files that are no modules, or no whole ones.
$(bad_files:%=$(BAD)/%.so): build/modules/list_spam_checker.so Tests/BadModules/modules.mk
	@mkdir -p $(@D)
	@rm -f $@
	@$(spoil)

$(BAD)/not_elf.so: spoil = echo 'Here is my module.' >$@
$(BAD)/empty.so: spoil = : >$@
$(BAD)/truncated.so: spoil = head -c 8000 $< >$@
$(BAD)/other_architecture.so: spoil = cp $< $@ && printf '\026\000' | dd of=$@ bs=1 seek=18 conv=notrunc status=none
$(BAD)/object_file.so: spoil = echo 'int nothing;' | $(CC) -c -o $@ -x c -
$(BAD)/program.so: spoil = echo 'int main(void) { return 0; }' | $(CC) -pie -fPIE -o $@ -x c -
$(BAD)/writable.so: spoil = cp $< $@ && chmod a+w $@
# As `strip --strip-section-headers` does, which few have: no place, no number of them, and no names.
$(BAD)/section_headers_stripped.so: $(BAD)/clashing_symbols.so
$(BAD)/section_headers_stripped.so: spoil = cp $(BAD)/clashing_symbols.so $@ && \
	dd if=/dev/zero of=$@ bs=1 seek=40 count=8 conv=notrunc status=none && \
	dd if=/dev/zero of=$@ bs=1 seek=60 count=4 conv=notrunc status=none
