package org.ansatz.junit;

import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.PostDiscoveryFilter;

/**
 * Hides the template of {@link MethodTests} where {@link VerifyEngine} runs the methods, so that no report shows it empty
 * beside them. Found by JUnit's launcher; nobody else uses it.
 */
public final class TemplateFilter implements PostDiscoveryFilter {

    /** For the launcher. */
    public TemplateFilter() {}

    @Override
    public FilterResult apply(TestDescriptor test) {
        boolean isTemplate = test.getSource()
                .filter(source -> source instanceof MethodSource
                        && ((MethodSource) source).getMethodName().equals(VerifyEngine.TEMPLATE)
                        && VerifyEngine.runs(((MethodSource) source).getJavaClass())
                        && test.getUniqueId().toString().contains("test-template"))
                .isPresent();
        return FilterResult.includedIf(!isTemplate);
    }
}
