package org.ansatz.junit;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Set;
import java.util.stream.LongStream;
import org.ansatz.trial.AnsweredFunction;
import org.ansatz.trial.Result;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Tags;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * What can be wrong with a claim before a problem is known.
 *
 * @param claim the claim
 */
record Objection(Claim claim) {

    /** What a method with {@link Verify} may have beside it; besides, whatever JUnit itself makes of extensions. */
    private static final Set<Class<? extends Annotation>> HEEDED =
            Set.of(Disabled.class, DisplayName.class, Tag.class, Tags.class, Timeout.class, ExtendWith.class);

    /** The first that is wrong, with what would be right, or null. */
    @Nullable
    String found() {
        String shape = shape();
        String said = shape == null ? said() : shape;
        return said == null ? unheeded() : said;
    }

    private @Nullable String shape() {
        Method method = claim.method();
        boolean isStatic = Claim.isStatic(method);
        if (Modifier.isPrivate(method.getModifiers())) {
            return "a private method is no test; remove 'private'";
        }
        if (claim.onClass() && !isStatic) {
            return "it is not static; let subject() return an object of " + named(method.getDeclaringClass());
        }
        if (!claim.onClass() && isStatic) {
            return "it is static; remove 'static', or let subject() return Class<" + named(method.getDeclaringClass())
                    + ">";
        }
        if (Modifier.isAbstract(method.getModifiers())) {
            return "it is abstract; a subject is of a class that has the method";
        }
        if (method.getTypeParameters().length > 0) {
            return "it is generic; take and return the types themselves";
        }
        return result(method.getReturnType());
    }

    private static @Nullable String result(Class<?> type) {
        if (type.isRecord()) {
            return AnswerRecord.objection(type);
        }
        return AnsweredFunction.is(type) || Result.isAnswer(type) ? null : Result.objection(type);
    }

    private static String named(Class<?> type) {
        return type.getSimpleName();
    }

    private @Nullable String said() {
        Verify verify = claim.verify();
        if (verify.variants() < 0) {
            return "variants are 0 or more, not " + verify.variants();
        }
        long[] bad = LongStream.of(verify.seeds()).filter(seed -> seed < 1).toArray();
        if (bad.length > 0) {
            return "seeds of variants are 1 or more, not " + bad[0]
                    + "; for the published data alone write variants = 0";
        }
        if (verify.timeout() < 1) {
            return "a timeout is at least 1 s, not " + verify.timeout();
        }
        if (verify.digits() < 1 || verify.digits() > Accuracy.MAX_DIGITS) {
            return "digits are from 1 to " + Accuracy.MAX_DIGITS + ", not " + verify.digits();
        }
        return verify.value().isBlank() ? "the id of the problem is empty" : null;
    }

    /** An annotation of JUnit, or one made of such, that would be without effect. */
    private @Nullable String unheeded() {
        for (Annotation annotation : claim.method().getAnnotations()) {
            Class<? extends Annotation> type = annotation.annotationType();
            if (type != Verify.class && AnnotationSupport.isAnnotated(type, Testable.class)) {
                return "@" + type.getSimpleName() + " beside @Verify makes it two kinds of test; remove one of them";
            }
            boolean isExtension = AnnotationSupport.isAnnotated(type, ExtendWith.class);
            if (type.getName().startsWith("org.junit.jupiter.") && !isExtension && !HEEDED.contains(type)) {
                return "@" + type.getSimpleName() + " has no effect beside @Verify; put it on the class";
            }
        }
        return null;
    }
}
