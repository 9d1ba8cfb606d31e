/**
 * Ansatz as a library: problems are read, verified by independent routes, and put under test; and the mathematics of each field
 * works by itself. What is exported here is what others may use, and docs/library.md says what is promised of it.
 *
 * <p>The command line and what it rests on are in the same jar, for the class path. Nor does the module require JUnit and
 * AssertJ: build tools would then take them for part of a program that only computes. Who tests on the module path lets
 * it read them there: {@code --add-reads org.ansatz=ALL-UNNAMED}.
 */
module org.ansatz {
    requires transitive commons.math3;
    requires org.snakeyaml.engine.v2;
    requires static org.jspecify; // for compilers
    requires static java.desktop; // for the command line
    requires static java.sql;
    requires static java.xml;

    // Problems: read, verified, put under test.
    exports org.ansatz.bank;
    exports org.ansatz.problem;
    exports org.ansatz.verify;
    exports org.ansatz.junit;

    // Mathematics.
    exports org.ansatz.expansion;
    exports org.ansatz.field.circuit.analysis;
    exports org.ansatz.field.circuit.linear;
    exports org.ansatz.field.circuit.netlist;
    exports org.ansatz.field.circuit.piecewise;
    exports org.ansatz.field.circuit.simulation;
    exports org.ansatz.field.circuit.solution;
    exports org.ansatz.field.circuit.sparse;
    exports org.ansatz.field.information;
    exports org.ansatz.field.iq;
    exports org.ansatz.field.line;
    exports org.ansatz.field.logic;
    exports org.ansatz.field.ode;
    exports org.ansatz.gradcheck;
    exports org.ansatz.gradient.data;
    exports org.ansatz.gradient.embedding;
    exports org.ansatz.gradient.loss;
    exports org.ansatz.gradient.model;
    exports org.ansatz.gradient.numeric;
    exports org.ansatz.gradient.training;
    exports org.ansatz.gradient.words;
    exports org.ansatz.interval;
    exports org.ansatz.polynomial;
    exports org.ansatz.quantity;

    // JUnit makes and calls what is not public there.
    opens org.ansatz.junit;
}
