package org.ansatz.junit;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.ansatz.bank.Bank;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.ReflectionSupport;
import org.opentest4j.AssertionFailedError;

/**
 * The run of one method with {@link Verify} by Jupiter.
 *
 * @param claim the method
 */
record ClaimInvocation(Claim claim) implements TestTemplateInvocationContext, InvocationInterceptor {

    @Override
    public String getDisplayName(int invocation) {
        return claim.name();
    }

    /** What the method's own annotations bring, conditions apart, and the trial in place of the template's empty body. */
    @Override
    public List<Extension> getAdditionalExtensions() {
        List<Extension> extensions = new ArrayList<>();
        List<ExecutionCondition> conditions = new ArrayList<>();
        for (ExtendWith brought : AnnotationSupport.findRepeatableAnnotations(claim.method(), ExtendWith.class)) {
            for (Class<? extends Extension> type : brought.value()) {
                Extension extension = ReflectionSupport.newInstance(type);
                if (extension instanceof ExecutionCondition) {
                    conditions.add((ExecutionCondition) extension);
                }
                if (doesMore(extension)) {
                    extensions.add(extension);
                }
            }
        }
        extensions.add(new ClaimCondition(claim.method(), conditions));
        extensions.add(this);
        return extensions;
    }

    /** Whether it does something besides, or instead of, saying when the method runs. */
    private static boolean doesMore(Extension extension) {
        return Stream.<Class<?>>iterate(extension.getClass(), Objects::nonNull, Class::getSuperclass)
                .flatMap(type -> Stream.of(type.getInterfaces()))
                .anyMatch(does -> Extension.class.isAssignableFrom(does) && does != ExecutionCondition.class);
    }

    @Override
    public void interceptTestTemplateMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext test) {
        invocation.skip();
        String objection = claim.objection();
        if (objection != null) {
            throw new AssertionFailedError(objection);
        }
        Bank bank = BankParameter.bankOf(test);
        if (claim.verify().distribution()) {
            test.publishReportEntry(claim.distribution(bank));
        }
        Object subject = ((MethodTests) test.getRequiredTestInstance()).subject();
        if (subject == null) {
            throw new AssertionFailedError(claim.testClass().getName() + ": subject() returned null, so that "
                    + claim.signature() + " cannot be called");
        }
        claim.verify(subject, bank);
    }
}
