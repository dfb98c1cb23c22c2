/* The symbol that a host looks for, and it is no function. */
__attribute__((visibility("default"))) const int gatehouse_module_register = 1;
