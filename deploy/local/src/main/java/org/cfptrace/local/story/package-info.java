/**
 * What the companies do on the running platform, told through their own REST doors only: they apply
 * and are admitted, make friends, post emissions, declare, link and add up. The companies are files
 * that anyone may edit; every figure that is printed was read back from the company's own answer.
 */
@NullMarked
package org.cfptrace.local.story;

import org.jspecify.annotations.NullMarked;
