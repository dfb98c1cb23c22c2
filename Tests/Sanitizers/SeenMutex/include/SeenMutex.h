/* Nothing is called by name: the linker takes what Swift calls from here. */
