int nothing_that_a_host_looks_for = 1;
