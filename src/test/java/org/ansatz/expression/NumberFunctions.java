package org.ansatz.expression;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ansatz.expression.library.StandardLibrary;
import org.ansatz.expression.syntax.ExpressionFault;
import org.ansatz.expression.term.Binding.Role;
import org.ansatz.expression.term.Binding.Variable;
import org.ansatz.expression.term.Function;
import org.ansatz.expression.term.Term;
import org.ansatz.expression.type.Type;
import org.ansatz.quantity.Dimension;

/** The functions of the language that make a number of one to three numbers, as the registry and their types say. */
public final class NumberFunctions {

    private static final int MOST = 3;

    private NumberFunctions() {}

    /** A function that is called with so many numbers of one type. */
    public record Called(Function function, int arguments, Type type) {

        /** The call as it is written, of these arguments. */
        public String call(List<Variable> names) {
            return names.stream().map(Variable::name).collect(Collectors.joining(", ", function.name() + "(", ")"));
        }

        /** The call, of names that a sheet gave to the arguments. */
        public Term term(Sheet sheet, List<Variable> names) {
            return sheet.read(call(names)).term();
        }

        /** Names for the arguments. */
        public List<Variable> names(Sheet sheet) {
            return IntStream.range(0, arguments)
                    .mapToObj(i -> sheet.scope().declare(Role.BOUND, "number_" + i, type))
                    .toList();
        }

        private boolean isOfNumbers() {
            Sheet sheet = Sheet.of();
            try {
                Type result = term(sheet, names(sheet)).type();
                return result.isScalar() && result.set().isNumber();
            } catch (ExpressionFault e) {
                return false;
            }
        }

        @Override
        public String toString() {
            String of =
                    String.join(", ", Collections.nCopies(arguments, type.set().toString()));
            return function.name() + "(" + of + ")";
        }
    }

    /** Of real numbers, pure ones where the function takes them and levels where it does not. */
    public static Stream<Called> ofReals() {
        return of(Type.REAL, Type.real(Dimension.LEVEL));
    }

    /** Of whole numbers. */
    public static Stream<Called> ofIntegers() {
        return of(Type.INTEGER);
    }

    /** Of complex numbers. */
    public static Stream<Called> ofComplex() {
        return of(Type.COMPLEX);
    }

    private static Stream<Called> of(Type... types) {
        List<Called> found = new ArrayList<>();
        for (Function function : StandardLibrary.registry().functions()) {
            for (int n = 1; n <= MOST; n++) {
                int arguments = n;
                if (function.takes(arguments)) {
                    Stream.of(types)
                            .map(type -> new Called(function, arguments, type))
                            .filter(Called::isOfNumbers)
                            .findFirst()
                            .ifPresent(found::add);
                }
            }
        }
        return found.stream();
    }
}
