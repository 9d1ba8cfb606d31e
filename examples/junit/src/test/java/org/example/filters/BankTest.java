package org.example.filters;

import org.ansatz.junit.ProblemBank;
import org.ansatz.junit.ProblemTests;

@ProblemBank("problems")
class BankTest implements ProblemTests {}
