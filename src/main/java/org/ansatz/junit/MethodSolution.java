package org.ansatz.junit;

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

/** A Java method as a solution. */
final class MethodSolution {

    private MethodSolution() {}

    /**
     * The solution that calls {@code method}.
     *
     * @param subject what an instance method is called on
     * @throws IllegalArgumentException if its parameters are not numbers that the problem gives, or its result is no answer
     */
    static Solution of(Method method, Object subject, Problem problem) {
        method.setAccessible(true);
        Object target = Modifier.isStatic(method.getModifiers()) ? null : subject;
        return new Solution(
                inputs(method, problem),
                method.getReturnType(),
                Input.unit(unit(method.getAnnotation(In.class))),
                inputs -> called(method, target, inputs));
    }

    private static Object called(Method method, @Nullable Object target, Object... inputs) throws Exception {
        try {
            return method.invoke(target, inputs);
        } catch (InvocationTargetException e) {
            Throwable cause = e.getCause();
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
