package org.ansatz.junit;

import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.List;
import org.ansatz.problem.Problem;
import org.ansatz.trial.Input;
import org.ansatz.trial.Solution;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;

/** A Java method as a solution. */
final class MethodSolution {

    private MethodSolution() {}

    /**
     * The solution that calls {@code method}.
     *
     * @param subject what an instance method is called on
     * @throws IllegalArgumentException if it cannot be called from here, its parameters are not numbers that the problem gives,
     *     or its result is no answer
     */
    static Solution of(Method method, Object subject, Problem problem, TimedCalls calls) {
        open(method);
        Object target = Modifier.isStatic(method.getModifiers()) ? null : subject;
        return new Solution(
                inputs(method, problem),
                method.getReturnType(),
                Input.unit(unit(method.getAnnotation(In.class))),
                inputs -> calls.call(() -> called(method, target, inputs)));
    }

    private static void open(Method method) {
        try {
            method.setAccessible(true);
        } catch (InaccessibleObjectException e) {
            String own = method.getDeclaringClass().getPackageName();
            throw new IllegalArgumentException(
                    "its module keeps it to itself; add 'opens " + own
                            + "' to the module, or make class and method public",
                    e);
        }
    }

    private static Object called(Method method, @Nullable Object target, Object... inputs) throws Exception {
        try {
            return method.invoke(target, inputs);
        } catch (InvocationTargetException e) {
            Throwable cause = e.getCause();
            if (cause instanceof TestAbortedException) {
                throw new Solution.Declined(cause);
            }
            if (cause instanceof Error) {
                throw (Error) cause;
            }
            throw cause instanceof Exception ? (Exception) cause : e;
        }
    }

    private static List<Input> inputs(Method method, Problem problem) {
        List<String> names = names(method, problem);
        List<Input> inputs = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            Parameter parameter = method.getParameters()[i];
            inputs.add(Input.of(problem, names.get(i), unit(parameter.getAnnotation(In.class)), parameter.getType()));
        }
        return inputs;
    }

    /** The parameters' own names; without them, all names of the problem in its order. */
    private static List<String> names(Method method, Problem problem) {
        List<String> own = new ArrayList<>();
        for (Parameter parameter : method.getParameters()) {
            if (parameter.isNamePresent()) {
                own.add(parameter.getName());
            }
        }
        List<String> all = Input.names(problem);
        if (own.size() == method.getParameterCount()) {
            return own;
        }
        if (all.size() != method.getParameterCount()) {
            throw new IllegalArgumentException("the parameters' names are not known (the class is compiled without"
                    + " -parameters), so they must be all that the problem gives, in its order: "
                    + String.join(", ", all));
        }
        return all;
    }

    private static String unit(@Nullable In in) {
        return in == null ? "" : in.value();
    }
}
