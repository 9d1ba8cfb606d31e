package org.ansatz.junit;

import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ansatz.problem.Problem;
import org.ansatz.trial.AnsweredFunction;
import org.ansatz.trial.Input;
import org.ansatz.trial.Solution;
import org.jspecify.annotations.Nullable;
import org.junit.platform.commons.support.ReflectionSupport;

/** A Java method as a solution. */
final class MethodSolution {

    private MethodSolution() {}

    /**
     * The solution that calls {@code method}.
     *
     * @param subject what an instance method is called on
     * @throws IllegalArgumentException if it cannot be called from here, its parameters are not what the problem gives, or its
     *     result is no answer
     */
    static Solution of(Method method, Object subject, Problem problem, TimedCalls calls) {
        Object target = Modifier.isStatic(method.getModifiers()) ? null : subject;
        List<Input> inputs = inputs(method, problem);
        String unit = unit(method.getAnnotation(In.class));
        Class<?> type = method.getReturnType();
        if (AnsweredFunction.is(type)) {
            return ofFunction(
                    new AnsweredFunction(type), inputs, unit, problem, taken -> called(method, target, taken), calls);
        }
        if (type.isRecord()) {
            AnswerRecord parts = new AnswerRecord(type);
            return new Solution(
                    inputs,
                    parts.result(),
                    new AssumingCode(taken -> calls.call(() -> parts.answers(called(method, target, taken)))));
        }
        return new Solution(
                inputs,
                type,
                Input.unit(unit),
                new AssumingCode(taken -> calls.call(() -> called(method, target, taken))));
    }

    /** A method that answers with a function takes what is given; the function takes what it is a function of. */
    private static Solution ofFunction(
            AnsweredFunction function,
            List<Input> given,
            String unit,
            Problem problem,
            Solution.Code code,
            TimedCalls calls) {
        List<Input> arguments = Input.arguments(problem);
        if (arguments.size() != function.arity()) {
            throw new IllegalArgumentException("the answer is a function of "
                    + (arguments.isEmpty() ? "nothing" : String.join(", ", names(arguments))) + ", and a "
                    + function.type().getSimpleName() + " takes " + function.arity()
                    + (function.arity() == 1 ? " number" : " numbers"));
        }
        List<Input> inputs = new ArrayList<>(given);
        inputs.addAll(arguments);
        int own = given.size();
        return new Solution(
                inputs,
                double.class,
                Input.unit(unit),
                new AssumingCode(taken -> calls.call(() -> {
                    Object answer = code.answer(Arrays.copyOf(taken, own));
                    return answer == null ? null : function.at(answer, Arrays.copyOfRange(taken, own, taken.length));
                })));
    }

    private static List<String> names(List<Input> inputs) {
        return inputs.stream().map(input -> input.name()).toList();
    }

    /** By JUnit, which may call what its module opens to nobody else. */
    private static @Nullable Object called(Method method, @Nullable Object target, Object... inputs) {
        try {
            return ReflectionSupport.invokeMethod(method, target, inputs);
        } catch (InaccessibleObjectException e) {
            throw new IllegalArgumentException(
                    "its module keeps it to itself; add 'opens "
                            + method.getDeclaringClass().getPackageName()
                            + "' to the module, or make class and method public",
                    e);
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
