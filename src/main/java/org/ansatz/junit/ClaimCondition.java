package org.ansatz.junit;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Whether a method with {@link Verify} is to run: what its own annotations say, which Jupiter does not see, for it runs the
 * template.
 *
 * @param method the method
 * @param conditions those that its annotations bring
 */
record ClaimCondition(Method method, List<ExecutionCondition> conditions) implements ExecutionCondition {

    ClaimCondition {
        conditions = List.copyOf(conditions);
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext template) {
        Optional<Disabled> disabled = AnnotationSupport.findAnnotation(method, Disabled.class);
        if (disabled.isPresent()) {
            String why = disabled.get().value();
            return ConditionEvaluationResult.disabled(why.isEmpty() ? method.getName() + " is @Disabled" : why);
        }
        ExtensionContext own = of(template);
        return conditions.stream()
                .map(condition -> condition.evaluateExecutionCondition(own))
                .filter(ConditionEvaluationResult::isDisabled)
                .findFirst()
                .orElse(ConditionEvaluationResult.enabled("nothing speaks against it"));
    }

    /** The context of the template, where the method stands for it. */
    private ExtensionContext of(ExtensionContext template) {
        Map<String, Object> own = Map.of(
                "getElement",
                Optional.of(method),
                "getTestMethod",
                Optional.of(method),
                "getRequiredTestMethod",
                method);
        InvocationHandler handler = (proxy, called, arguments) ->
                own.containsKey(called.getName()) ? own.get(called.getName()) : call(called, template, arguments);
        return (ExtensionContext) Proxy.newProxyInstance(
                ExtensionContext.class.getClassLoader(), new Class<?>[] {ExtensionContext.class}, handler);
    }

    private static Object call(Method called, ExtensionContext on, Object... arguments) throws Throwable {
        try {
            return called.invoke(on, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
