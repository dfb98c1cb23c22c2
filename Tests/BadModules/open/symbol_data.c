#include <gatehouse/base.h>

GH_EXPORT const char gatehouse_module_register[] = "here I am";
