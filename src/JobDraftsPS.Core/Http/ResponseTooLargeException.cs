namespace JobDraftsPS.Core.Http;

internal sealed class ResponseTooLargeException(long maxBytes) : IOException($"The answer is larger than {maxBytes / (1024 * 1024)} MiB.");
